import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { type Action, may } from '../core/tickets/permissions.ts'
import type { Ticket } from '../core/tickets/ticket.ts'
import { ticketViewSchema, viewOf } from '../core/tickets/ticket-view.ts'
import type { User } from '../core/users/user.ts'
import { exampleMay, exampleTicket } from './examples.ts'

const shownActions = [
  'edit',
  'classify',
  'claim',
  'release',
  'wait',
  'resolve',
  'reopen',
  'close',
  'assign',
  'comment',
  'note',
  'delete',
  'watch',
  'share',
  'link',
] as const

/** The part of a path that names a ticket. */
export const ticketParams = z.object({ id: idSchema.describe('24 hex digits') })

export const ticketAnswerSchema = z.object({
  ticket: ticketViewSchema,
  may: z.record(z.enum(shownActions), z.boolean()).describe('what you may do with it now'),
})

export const ticketSuccess = (description: string) => ({
  description,
  schema: ticketAnswerSchema,
  example: { ticket: exampleTicket, may: exampleMay },
})

/** A ticket as this person may see it, with what they may do. */
export const answerTicket = (user: User, ticket: Ticket, status = 200) => ({
  status,
  body: { ticket: viewOf(ticket, user), may: permissionsOf(user, ticket) },
})

const permissionsOf = (user: User, ticket: Ticket) =>
  Object.fromEntries(shownActions.map((action: Action) => [action, may(user, action, ticket)]))
