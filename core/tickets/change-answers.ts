import type { Desk } from '../desk.ts'
import type { Surface } from '../surface-names.ts'
import type { User } from '../users/user.ts'
import { edit } from './actions/edit.ts'
import { perform } from './actions/perform.ts'
import type { Answers } from './fields/ticket-field.ts'
import { typedOver } from './fields/typed-over.ts'
import { assertMay } from './permissions.ts'
import { readTicket } from './read-tickets.ts'
import { versionFor } from './shown-changes.ts'
import { isResolved, type Ticket } from './ticket.ts'

/** Whether a ticket has answers that its requester may change. */
export const hasOpenAnswers = (ticket: Ticket) => hasAnswers(ticket) && !isResolved(ticket)

/** Whether a ticket has answers that those who handle it may change. */
export const hasAnswers = ({ fields = [], status, deleted }: Ticket) =>
  fields.length > 0 && status !== 'closed' && !deleted

/** The ticket, for a form that changes its answers. @throws not-found, forbidden */
export async function readTicketToAnswer(desk: Desk, actor: User, id: string): Promise<Ticket> {
  const ticket = await readTicket(desk, actor, id)
  assertMay(actor, edit.permissions.edit, ticket)
  return ticket
}

/**
 * Stores what somebody has changed in a form that was filled with the ticket's answers.
 * @param request.typed all that the form holds @param request.seenAt when it was filled
 * @throws not-found, forbidden; invalid and conflict at `fields.<key>`
 */
export async function changeAnswers(
  desk: Desk,
  actor: User,
  { id, surface, typed, seenAt }: { id: string; surface: Surface; typed: Answers; seenAt: Date },
): Promise<Ticket> {
  const ticket = await readTicketToAnswer(desk, actor, id)
  const fields = typedOver(ticket, typed, seenAt)
  const input = { version: versionFor(actor, ticket), fields }
  return perform(desk, actor, edit, { id, surface, input })
}
