import type { ActionsBlock, Button, KnownBlock, SectionBlock } from '@slack/types'
import { sentence } from '../../../core/text/sentence.ts'
import { capitalised, statusOf } from '../../../core/tickets/card.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { type ListPlace, writePlace } from '../lists/list-place.ts'
import { lists, type ReadList } from '../lists/read-list.ts'
import { buttons, mrkdwnSection } from './blocks.ts'
import { ticketButton } from './cards/ticket-buttons.ts'
import { plainText } from './sentence.ts'

export const showAction = 'ticket_show'
/** Goes to another page or list. Slack wants different action ids in one block, so each ends with its own word. */
export const navigateAction = 'tickets_go'

/** The tickets of a page, or that there are none. */
export const rows = (
  { place, tickets }: ReadList,
  row: (ticket: ListedTicket) => KnownBlock[],
): KnownBlock[] => (tickets.length > 0 ? tickets.flatMap(row) : [mrkdwnSection(lists[place.list].empty)])

/** A ticket in a list, with a button that shows all of it. */
export const ticketRow = (ticket: ListedTicket): SectionBlock => ({
  ...ticketLine(ticket),
  accessory: ticketButton(sentence`Show`, showAction, ticket),
})

export const ticketLine = (ticket: ListedTicket): SectionBlock => {
  const priority = ticket.priority ? sentence` · ${capitalised(ticket.priority)}` : sentence``
  return {
    type: 'section',
    text: plainText(sentence`#${ticket.number} ${ticket.title}`, 3_000),
    fields: [
      plainText(sentence`${statusOf(ticket)}${priority}`, 2_000),
      { type: 'mrkdwn', text: filedOn(ticket.createdAt) },
    ],
  }
}

/**
 * Slack shows the date in the reader's time zone, and “today” or “yesterday”:
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
const filedOn = (at: Date) =>
  `<!date^${Math.floor(at.getTime() / 1_000)}^Filed {date_short_pretty}|Filed ${utcDay.format(at)} (UTC)>`

const utcDay = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

export const navigateButton = (label: string, word: string, place: ListPlace): Button => ({
  type: 'button',
  action_id: `${navigateAction}:${word}`,
  text: { type: 'plain_text', text: label },
  value: writePlace(place),
})

/** The ways to the other pages of a list. */
export function pageButtons({ place: { list, q }, next, previous }: ReadList): ActionsBlock[] {
  const first = { list, ...(q ? { q } : {}) }
  const ways = [
    ...(previous
      ? [navigateButton('First page', 'first', first), navigateButton('Previous page', 'previous', previous)]
      : []),
    ...(next ? [navigateButton('Next page', 'next', next)] : []),
  ]
  return ways.length > 0 ? [buttons(...ways)] : []
}
