import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { assignmentForRequester, type Card, cardOf } from '../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { buttons, linkButton, type MessageContent, markdown, mrkdwnSection } from './blocks.ts'
import { escapeMrkdwn, truncate } from './markup.ts'

/** The action id of the button that resolves the ticket. */
export const solved = 'ticket_solved'

/** The requester's card. It leaves out the moderators' notes and the other candidates. */
export function ticketCard(ticket: Ticket, appUrl: string): MessageContent {
  const card = cardOf(ticket)
  const text = escapeMrkdwn(truncate(`${card.heading}: ${card.status}`, 3_000))
  const heading: KnownBlock = {
    type: 'header',
    text: { type: 'plain_text', text: truncate(card.heading, 150), emoji: true },
  }
  const status = mrkdwnSection(`*${escapeMrkdwn(card.status)}*`)
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

/** Facts that are left out: those for staff only, and the requester's own name. */
const hiddenFacts: ReadonlySet<string> = new Set(['From', 'Duplicates', 'Watched by'])

/** Slack shows fields in two columns, at most 10. */
const facts = (card: Card): SectionBlock => ({
  type: 'section',
  fields: card.facts
    .filter(({ name }) => !hiddenFacts.has(name))
    .slice(0, 10)
    .map(({ name, value }) => ({
      type: 'mrkdwn',
      text: truncate(`*${escapeMrkdwn(name)}*\n${escapeMrkdwn(value)}`, 2_000),
      verbatim: true,
    })),
})

const smallPrint = (card: Card, ticket: Ticket): ContextBlock => ({
  type: 'context',
  elements: [assignmentForRequester(ticket), card.triage, howToReply(ticket)]
    .filter((text): text is string => text !== null)
    .map((text) => ({ type: 'mrkdwn', text: truncate(escapeMrkdwn(text), 2_000), verbatim: true })),
})

function howToReply({ status }: Ticket): string | null {
  if (status === 'closed') return null
  return status === 'resolved'
    ? 'Not solved? Reply in this thread to reopen the ticket.'
    : 'Reply in this thread to answer or to add something.'
}

const solvedButton = (ticket: Ticket) => ({
  type: 'button' as const,
  action_id: solved,
  text: { type: 'plain_text' as const, text: 'Mark as solved' },
  value: ticket._id,
})
