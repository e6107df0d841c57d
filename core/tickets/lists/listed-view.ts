import { z } from 'zod'
import { personSchema } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { conversationOf } from '../conversation.ts'
import { isStaff } from '../permissions.ts'
import { shownVersion, versionFor } from '../shown-changes.ts'
import { ticketSchema } from '../ticket.ts'
import { priorities } from '../ticket-values.ts'
import type { ListedTicket } from './list-page.ts'

/** A ticket in the API's lists. Dates are ISO 8601 strings. */
export const ticketSummarySchema = ticketSchema
  .pick({
    number: true,
    title: true,
    urgency: true,
    status: true,
    category: true,
    skills: true,
    tags: true,
    summary: true,
    requester: true,
    assignee: true,
    source: true,
    version: true,
  })
  .extend({
    id: z.string(),
    priority: z.enum(priorities).nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })

/** A row of a list: a ticket and the state of its conversation. */
export const listedTicketSchema = ticketSummarySchema.extend({
  lastAnswer: z
    .object({ at: z.iso.datetime(), by: personSchema, side: z.enum(['requester', 'staff', 'other']) })
    .nullable()
    .describe('the last public comment, or the resolution; null: nobody has answered yet'),
  waitingSince: z.iso
    .datetime()
    .nullable()
    .describe('since when the requester of an open ticket or one in progress waits for an answer'),
  unread: z.boolean().describe('whether somebody else wrote since I last opened it, within 30 days'),
})

export type ListedTicketView = z.infer<typeof listedTicketSchema>
export type TicketSummary = z.infer<typeof ticketSummarySchema>

type Reader = Pick<Actor, 'role'>

export const summaryOf = (ticket: ListedTicket, reader: Reader = { role: 'user' }): TicketSummary => ({
  id: ticket._id,
  number: ticket.number,
  title: ticket.title,
  urgency: ticket.urgency,
  status: ticket.status,
  priority: ticket.priority,
  category: ticket.category,
  skills: ticket.skills,
  tags: ticket.tags,
  summary: ticket.summary,
  requester: ticket.requester,
  assignee: ticket.assignee,
  source: ticket.source,
  version: versionFor(reader, ticket),
  createdAt: ticket.createdAt.toISOString(),
  updatedAt: (isStaff(reader) ? ticket.updatedAt : shownVersion(ticket).at).toISOString(),
})

export function listedViewOf(ticket: ListedTicket, reader: Reader, unread: boolean): ListedTicketView {
  const { last, waitingSince } = conversationOf(ticket)
  const isOpen = ticket.status === 'open' || ticket.status === 'in_progress'
  return {
    ...summaryOf(ticket, reader),
    lastAnswer: last && { ...last, at: last.at.toISOString() },
    waitingSince: (isOpen && waitingSince?.toISOString()) || null,
    unread,
  }
}
