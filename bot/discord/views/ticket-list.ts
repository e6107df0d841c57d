import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { TurnedPage } from '../../../core/search/turn-page.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import { type ListName, type ListPlace, listIdOf } from '../list-id.ts'
import { threadUrl } from './notice.ts'
import { inMarkdown, inPlain } from './sentence.ts'
import { timestamp } from './timestamp.ts'

const deskColour = 0x5b47d6

const headings: Record<ListName, string> = { list: 'Tickets', mine: 'My tickets', queue: 'The queue' }
const emptyWords: Record<ListName, Sentence> = {
  list: sentence`No matches`,
  mine: sentence`You have no open tickets.`,
  queue: sentence`The queue is empty.`,
}

/**
 * A page of tickets, with buttons to the first, the previous and the next one.
 * @param guildId where the tickets' threads are; null: the reader is not staff and can't open them
 */
export function ticketList(
  { tickets, next, previous, corrected }: TurnedPage,
  place: ListPlace,
  guildId: string | null,
) {
  const lines = tickets.map((ticket) => lineOf(ticket, guildId))
  const empty = previous || next ? sentence`No more tickets on this page.` : emptyWords[place.name]
  return {
    embeds: [
      {
        title: headings[place.name],
        color: deskColour,
        description: lines.join('\n\n') || inMarkdown(empty, 200),
        ...(corrected ? { footer: { text: inPlain(sentence`Found by “${corrected}”`, 200) } } : {}),
      },
    ],
    components: pageButtons(place, { next, previous }),
  }
}

/** At most 400 characters, so that ten fit. */
function lineOf(ticket: TurnedPage['tickets'][number], guildId: string | null): string {
  const { number, title, priority, updatedAt } = ticket
  const thread = ticket.surfaces.discord?.thread
  const facts = [
    inMarkdown(statusOf(ticket), 60),
    ...(priority ? [capitalised(priority)] : []),
    inMarkdown(timestamp(updatedAt, 'R'), 40),
    // A mention of the thread would show its name, and so the title once more.
    ...(guildId && thread ? [`[Thread](${threadUrl(guildId, thread)})`] : []),
  ]
  return `**#${number}** ${inMarkdown(sentence`${title}`, 180)}\n${facts.join(' · ')}`
}

function pageButtons(
  place: ListPlace,
  { next, previous }: Pick<TurnedPage, 'next' | 'previous'>,
): APIActionRowComponent<APIButtonComponent>[] {
  const first = { ...place, after: null, before: null }
  const pages = [
    ...(previous
      ? [
          { label: 'First page', place: first },
          { label: 'Previous page', place: { ...first, before: previous } },
        ]
      : []),
    ...(next ? [{ label: 'Next page', place: { ...first, after: next } }] : []),
  ]
  const components = pages.flatMap(({ label, place }): APIButtonComponent[] => {
    const id = listIdOf(place)
    if (!id) return []
    return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id }]
  })
  return components.length > 0 ? [{ type: ComponentType.ActionRow, components }] : []
}
