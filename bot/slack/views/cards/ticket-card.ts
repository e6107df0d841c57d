import type { ActionsBlock, ContextBlock, KnownBlock, SectionBlock } from '@slack/types'
import type { RequesterCard } from '../../../../core/notifications/messengers/sending.ts'
import { ticketUrl } from '../../../../core/notifications/notice.ts'
import { type Sentence, sentence } from '../../../../core/text/sentence.ts'
import { type Card, cardOf, type Fact } from '../../../../core/tickets/card.ts'
import { hasOpenAnswers } from '../../../../core/tickets/change-answers.ts'
import { isResolved, type Ticket } from '../../../../core/tickets/ticket.ts'
import { usualAnswerWords } from '../../../../core/tickets/usual-answer.ts'
import { buttons, type MessageContent, markdown, pageButton } from '../blocks.ts'
import { ratingBlocks } from '../forms/rating.ts'
import { reopenAction } from '../reopen-offer.ts'
import { boldText, fallbackText, plainText, richText } from '../sentence.ts'
import { answerBlocks } from './answers.ts'
import { answersButton, detailsAction, secretsButton, ticketButton } from './ticket-buttons.ts'

/** The action id of the button that resolves the ticket. */
export const solvedAction = 'ticket_solved'

/** The requester's card: what it is about, who has it, when to expect an answer. Why somebody was chosen stays with staff. */
export function ticketCard({ ticket, usualAnswerMinutes }: RequesterCard, appUrl: string): MessageContent {
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
      ...factsSections(card, shownFacts),
      ...(card.warning ? [boldText(sentence`Secrets`), richText([card.warning])] : []),
      ...(card.summary ? [boldText(sentence`Summary`), markdown(card.summary.markdown, 1_500)] : []),
      markdown(card.description.markdown, 3_000),
      ...answerBlocks(card),
      ...(card.resolution ? [boldText(sentence`Resolution`), markdown(card.resolution.markdown, 3_100)] : []),
      smallPrint(card, ticket, usualAnswerMinutes),
      ...ratingBlocks(ticket),
      requesterButtons(ticket, appUrl),
    ],
  }
}

/** The others are for staff, or the requester's own name. */
const shownFacts: ReadonlySet<Fact['name']> = new Set(['Priority', 'Category', 'Urgency', 'Files'])

/** Slack shows a section's fields in two columns, at most 10: here names on the left, values on the right. */
const factsInSection = 5

export function factsSections(card: Card, shown: ReadonlySet<Fact['name']>): SectionBlock[] {
  const facts = card.facts.filter(({ name }) => shown.has(name))
  const starts = facts.flatMap((_, index) => (index % factsInSection === 0 ? [index] : []))
  return starts.map((from) => ({
    type: 'section',
    fields: facts
      .slice(from, from + factsInSection)
      .flatMap(({ name, value }) => [{ type: 'mrkdwn', text: `*${name}*` }, plainText(value, 2_000)]),
  }))
}

function smallPrint(card: Card, ticket: Ticket, usualAnswerMinutes: number | null): ContextBlock {
  // The card isn't drawn again for each comment, so it stops promising an answer once somebody has the ticket.
  const promise = ticket.status === 'open' ? when(usualAnswerMinutes) : null
  const elements = [card.triage, whoIsNext(ticket), promise, howToReply(ticket)]
    .filter((words): words is Sentence => words !== null)
    .map((words) => plainText(words, 2_000))
  return { type: 'context', elements }
}

const whoIsNext = ({ status, assignee, triage }: Ticket): Sentence | null =>
  status === 'open' && !assignee && triage.state === 'done'
    ? sentence`We’re finding the right person for it.`
    : null

function when(minutes: number | null): Sentence | null {
  const words = usualAnswerWords(minutes)
  return words === null ? null : sentence`${words}`
}

function howToReply({ status, duplicateOf }: Ticket): Sentence | null {
  if (status === 'closed') return null
  if (duplicateOf) return sentence`Not the same problem? Reply in this thread to reopen the ticket.`
  return status === 'resolved'
    ? sentence`Not solved? Reply in this thread to reopen the ticket.`
    : sentence`Reply in this thread to answer or to add something.`
}

/** What the requester can do to the ticket. */
export const requesterButtons = (ticket: Ticket, appUrl: string): ActionsBlock =>
  buttons(
    ...(isResolved(ticket) ? [] : [solvedButton(ticket)]),
    ...(ticket.status === 'closed' ? [] : [ticketButton(sentence`Add details`, detailsAction, ticket)]),
    ...(hasOpenAnswers(ticket) ? answersButton(ticket) : []),
    ...secretsButton(ticket),
    ...(ticket.status === 'resolved' ? [ticketButton(sentence`Reopen`, reopenAction, ticket)] : []),
    pageButton(sentence`Open in the console`, ticketUrl(appUrl, ticket)),
  )

const solvedButton = (ticket: Ticket) => ({
  type: 'button' as const,
  action_id: solvedAction,
  text: { type: 'plain_text' as const, text: 'Mark as solved' },
  value: ticket._id,
})
