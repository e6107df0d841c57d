import { z } from 'zod'
import type { Desk } from '../core/desk.ts'
import { idSchema } from '../core/ids.ts'
import { permissionNames, permissionsOf } from '../core/tickets/actions/permission-names.ts'
import type { Ticket } from '../core/tickets/ticket.ts'
import { ticketViewOf, ticketViewSchema } from '../core/tickets/ticket-view.ts'
import type { User } from '../core/users/user.ts'
import { exampleMay, exampleTicket } from './examples/tickets.ts'

/** The path parameter that identifies a ticket. */
export const ticketParams = z.object({ id: idSchema.describe('24 hex digits') })

export const ticketAnswerSchema = z.object({
  ticket: ticketViewSchema,
  may: z.record(z.enum(permissionNames), z.boolean()).describe('what you may do now'),
})

export const ticketSuccess = (description: string) => ({
  description,
  schema: ticketAnswerSchema,
  example: { ticket: exampleTicket, may: exampleMay },
})

/** Answers with a ticket as this person may see it, and their permissions on it. */
export async function answerTicket(
  desk: Pick<Desk, 'tickets' | 'answerTimes'>,
  user: User,
  ticket: Ticket,
  status = 200,
) {
  const duplicates = user.role === 'user' ? [] : await desk.tickets.duplicatesOf(ticket._id)
  return {
    status,
    body: {
      ticket: ticketViewOf(ticket, user, duplicates, await desk.answerTimes()),
      may: permissionsOf(user, ticket),
    },
  }
}
