import type { Desk } from '../../../core/desk.ts'
import { notFound } from '../../../core/errors.ts'
import { usualAnswerOf } from '../../../core/tickets/answer-times.ts'
import { latestComments, readTicket } from '../../../core/tickets/read-tickets.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import type { MessageContent } from '../views/blocks.ts'
import { maxShownComments, ticketMessage } from '../views/ticket-message.ts'

/** Shows one ticket to one person. @throws not-found, also when they may not see it */
export async function showTicket(
  { desk, appUrl }: { desk: Desk; appUrl: string },
  reader: User | null,
  find: (desk: Desk) => Promise<Ticket | null>,
): Promise<MessageContent> {
  const found = reader && (await find(desk))
  if (!found) throw notFound('ticket')
  const ticket = await readTicket(desk, reader, found._id)
  const comments = await latestComments(desk, reader, ticket, maxShownComments)
  const usualAnswerMinutes = usualAnswerOf(ticket, await desk.answerTimes())
  return ticketMessage({ ticket, reader, comments, usualAnswerMinutes }, appUrl)
}
