import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { type Card, cardOf } from '../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { buttons, line, linkButton, markdown, type Words } from './blocks.ts'
import { cut, escaped } from './markup.ts'

export const solved = 'ticket_solved'

/** The requester's card. The moderators' notes and who else was considered are not on it. */
export function ticketCard(ticket: Ticket, appUrl: string): Words {
  const card = cardOf(ticket)
  const text = escaped(cut(`${card.heading}: ${card.status}`, 3_000))
  const heading: KnownBlock = {
    type: 'header',
    text: { type: 'plain_text', text: cut(card.heading, 150), emoji: true },
  }
  const status = line(`*${escaped(card.status)}*`)
  if (ticket.deleted) return { text, blocks: [heading, status] }
  return {
    text,
    blocks: [
      heading,
      status,
      facts(card),
      ...(card.summary ? [markdown(`**Summary:** ${card.summary}`, 1_500)] : []),
      markdown(card.description, 3_000),
      ...(card.resolution ? [markdown(`**Resolution:** ${card.resolution}`, 3_100)] : []),
      smallPrint(card, ticket),
      buttons(
        ...(isResolved(ticket) ? [] : [solvedButton(ticket)]),
        linkButton('Open in the console', ticketUrl(appUrl, ticket)),
      ),
    ],
  }
}

/** What only staff are shown, and whose ticket it is, which they know. */
const notForRequesters: ReadonlySet<string> = new Set(['From', 'Duplicates', 'Watched by'])

/** Slack shows fields two abreast, at most 10. */
const facts = (card: Card): SectionBlock => ({
  type: 'section',
  fields: card.facts
    .filter(({ name }) => !notForRequesters.has(name))
    .slice(0, 10)
    .map(({ name, value }) => ({
      type: 'mrkdwn',
      text: cut(`*${escaped(name)}*\n${escaped(value)}`, 2_000),
      verbatim: true,
    })),
})

const smallPrint = (card: Card, ticket: Ticket): ContextBlock => ({
  type: 'context',
  elements: [card.assignment, card.triage, howToGoOn(ticket)]
    .filter((words): words is string => words !== null)
    .map((words) => ({ type: 'mrkdwn', text: cut(escaped(words), 2_000), verbatim: true })),
})

function howToGoOn({ status }: Ticket): string | null {
  if (status === 'closed') return null
  return status === 'resolved'
    ? 'Not solved? Reply in this thread and it is open again.'
    : 'Reply in this thread to add something or to answer.'
}

const solvedButton = (ticket: Ticket) => ({
  type: 'button' as const,
  action_id: solved,
  text: { type: 'plain_text' as const, text: 'Solved, close it' },
  value: ticket._id,
})
