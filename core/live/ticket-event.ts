import { z } from 'zod'
import { statuses } from '../tickets/ticket.ts'
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
export const goneEventSchema = z.object({ id: z.string() })

export type TicketEvent =
  | { event: 'ticket'; data: z.infer<typeof ticketEventSchema> }
  | { event: 'gone'; data: z.infer<typeof goneEventSchema> }

/**
 * The event that one person gets for a changed ticket: its new state if they may see it, `gone` if they no longer may,
 * else null.
 * @param keys the person's audience keys @param receivedUpTo the person has received all changes up to this sequence number
 */
export function ticketEventFor(
  { ticket, lost }: Change,
  keys: string[],
  receivedUpTo: number,
): TicketEvent | null {
  if (keys.some((key) => ticket.audience.includes(key))) return { event: 'ticket', data: stateOf(ticket) }
  const isNews = keys.some((key) => (lost.get(key) ?? 0) > receivedUpTo)
  return isNews ? { event: 'gone', data: { id: ticket._id } } : null
}

const stateOf = ({ _id, number, version, status, assignee, updatedAt }: ChangedTicket) => ({
  id: _id,
  number,
  version,
  status,
  assignee: assignee?.id ?? null,
  updatedAt: updatedAt.toISOString(),
})
