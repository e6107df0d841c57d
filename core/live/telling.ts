import { z } from 'zod'
import { statuses } from '../tickets/ticket.ts'
import type { ChangedTicket } from './live-store.ts'

export const ticketNewsSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  status: z.enum(statuses),
  assignee: z.string().nullable(),
  updatedAt: z.iso.datetime(),
})
export const goneNewsSchema = z.object({ id: z.string() })

export type Telling =
  | { event: 'ticket'; what: string; data: z.infer<typeof ticketNewsSchema> }
  | { event: 'gone'; what: string; data: z.infer<typeof goneNewsSchema> }

/**
 * What a person is to be told of a changed ticket: how it is now, if they may see it; that it is gone, if they could
 * see it until lately; else nothing.
 * @param keys their audience keys
 * @param since what they lost before then they have been told of
 */
export function tellingOf(ticket: ChangedTicket, keys: string[], since: Date): Telling | null {
  if (keys.some((key) => ticket.audience.includes(key)))
    return { event: 'ticket', what: `${ticket._id}:${ticket.version}`, data: newsOf(ticket) }
  const lost = (ticket.left ?? []).filter(({ key, at }) => keys.includes(key) && at >= since)
  if (lost.length === 0) return null
  const version = Math.max(...lost.map((left) => left.version))
  return { event: 'gone', what: `${ticket._id}:gone:${version}`, data: { id: ticket._id } }
}

const newsOf = ({ _id, number, version, status, assignee, updatedAt }: ChangedTicket) => ({
  id: _id,
  number,
  version,
  status,
  assignee: assignee?.id ?? null,
  updatedAt: updatedAt.toISOString(),
})
