import { z } from 'zod'
import { isClaimed, statuses } from '../tickets/ticket.ts'
import type { ChangedTicket } from './live-store.ts'
import type { Change } from './recent-changes.ts'

export const ticketEventSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  status: z.enum(statuses),
  assignee: z.string().nullable(),
  updatedAt: z.iso.datetime(),
})
export const goneEventSchema = z.object({
  id: z.string(),
  assignee: z.string().nullable().optional().describe('for moderators: the name of who has it now'),
})
export type GoneEvent = z.infer<typeof goneEventSchema>

export type TicketEvent =
  | { event: 'ticket'; data: z.infer<typeof ticketEventSchema> }
  | { event: 'gone'; data: GoneEvent }

/**
 * The event that one person gets for a changed ticket: its new state if they may see it, `gone` if they no longer may,
 * else null.
 * @param keys the person's audience keys @param told the sequence number up to which they know all changes
 */
export function ticketEventFor({ ticket, lost }: Change, keys: string[], told: number): TicketEvent | null {
  if (keys.some((key) => ticket.audience.includes(key))) return { event: 'ticket', data: stateOf(ticket) }
  const isNews = keys.some((key) => (lost.get(key) ?? 0) > told)
  return isNews ? { event: 'gone', data: goneFor(ticket, keys) } : null
}

/** Every moderator may know who has claimed a ticket, as the refusal of a late claim says it too. */
const goneFor = ({ _id: id, status, assignee, audience }: ChangedTicket, keys: string[]): GoneEvent =>
  keys.includes('moderators')
    ? { id, assignee: isClaimed({ status }) && audience.length > 0 ? (assignee?.name ?? null) : null }
    : { id }

const stateOf = ({ _id, number, version, status, assignee, updatedAt }: ChangedTicket) => ({
  id: _id,
  number,
  version,
  status,
  assignee: assignee?.id ?? null,
  updatedAt: updatedAt.toISOString(),
})
