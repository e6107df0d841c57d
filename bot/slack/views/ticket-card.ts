import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { assignmentForRequester, type Card, cardOf, type Fact } from '../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { buttons, type MessageContent, markdown, pageButton } from './blocks.ts'
import { boldText, fallbackText, plainText } from './sentence.ts'

/** The action id of the button that resolves the ticket. */
export const solved = 'ticket_solved'

/** The requester's card. It leaves out the moderators' notes and the other candidates. */
export function ticketCard(ticket: Ticket, appUrl: string): MessageContent {
  const card = cardOf(ticket)
  const text = fallbackText(sentence`${card.heading}: ${card.status}`)
  const heading: KnownBlock = { type: 'header', text: plainText(card.heading, 150) }
  const status = boldText(card.status)
  if (ticket.deleted) return { text, blocks: [heading, status] }
  return {
    text,
    blocks: [
      heading,
      status,
      facts(card),
      ...(card.summary ? [boldText(sentence`Summary`), markdown(card.summary.markdown, 1_500)] : []),
      markdown(card.description.markdown, 3_000),
      ...(card.resolution ? [boldText(sentence`Resolution`), markdown(card.resolution.markdown, 3_100)] : []),
      smallPrint(card, ticket),
      buttons(
        ...(isResolved(ticket) ? [] : [solvedButton(ticket)]),
        pageButton(sentence`Open in the console`, ticketUrl(appUrl, ticket)),
      ),
    ],
  }
}

/** Facts that are left out: those for staff only, and the requester's own name. */
const hiddenFacts: ReadonlySet<Fact['name']> = new Set(['From', 'Duplicates', 'Watched by'])

/** Slack shows fields in two columns, at most 10: here names on the left, values on the right. */
const facts = (card: Card): SectionBlock => ({
  type: 'section',
  fields: card.facts
    .filter(({ name }) => !hiddenFacts.has(name))
    .slice(0, 5)
    .flatMap(({ name, value }) => [{ type: 'mrkdwn', text: `*${name}*` }, plainText(value, 2_000)]),
})

const smallPrint = (card: Card, ticket: Ticket): ContextBlock => ({
  type: 'context',
  elements: [assignmentForRequester(ticket), card.triage, howToReply(ticket)]
    .filter((words): words is Sentence => words !== null)
    .map((words) => plainText(words, 2_000)),
})

function howToReply({ status }: Ticket): Sentence | null {
  if (status === 'closed') return null
  return status === 'resolved'
    ? sentence`Not solved? Reply in this thread to reopen the ticket.`
    : sentence`Reply in this thread to answer or to add something.`
}

const solvedButton = (ticket: Ticket) => ({
  type: 'button' as const,
  action_id: solved,
  text: { type: 'plain_text' as const, text: 'Mark as solved' },
  value: ticket._id,
})
