import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { buttons, type MessageContent } from './blocks.ts'
import { replyAction, ticketButton } from './cards/ticket-buttons.ts'
import { sentenceMessage } from './sentence.ts'

/** Tells a moderator that a message in the thread of a ticket did not reach its requester. */
export function noteSaved(ticket: Pick<Ticket, '_id' | 'number' | 'requester'>): MessageContent {
  const { text, blocks } = sentenceMessage(
    sentence`Saved as an internal note. ${ticket.requester.name} doesn’t see it. To answer, press Reply.`,
  )
  return { text, blocks: [...blocks, buttons(ticketButton(sentence`Reply`, replyAction, ticket))] }
}
