import { z } from 'zod'
import { shownVersion } from '../tickets/shown-changes.ts'
import { isClaimed } from '../tickets/ticket.ts'
import { statuses } from '../tickets/ticket-values.ts'
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
 * @param reader their audience keys, and whether they are staff: others are not told of internal notes
 * @param receivedUpTo the person has received all changes up to this sequence number
 */
export function ticketEventFor(
  { ticket, shownAt, gained, lost }: Change,
  { keys, staff }: { keys: string[]; staff: boolean },
  receivedUpTo: number,
): TicketEvent | null {
  const isRecent = (changes: ReadonlyMap<string, number>) =>
    keys.some((key) => (changes.get(key) ?? 0) > receivedUpTo)
  if (keys.some((key) => ticket.audience.includes(key)))
    return staff || shownAt > receivedUpTo || isRecent(gained)
      ? { event: 'ticket', data: stateOf(ticket, staff) }
      : null
  const isNews = isRecent(lost)
  return isNews ? { event: 'gone', data: goneFor(ticket, keys) } : null
}

/** Every moderator may know who has claimed a ticket: the refusal of a late claim says it too. */
const goneFor = ({ _id: id, status, assignee, audience }: ChangedTicket, keys: string[]): GoneEvent =>
  keys.includes('moderators')
    ? { id, assignee: isClaimed({ status }) && audience.length > 0 ? (assignee?.name ?? null) : null }
    : { id }

function stateOf(ticket: ChangedTicket, staff: boolean) {
  const { _id: id, number, status, assignee } = ticket
  const { version, at } = staff ? { version: ticket.version, at: ticket.updatedAt } : shownVersion(ticket)
  return { id, number, version, status, assignee: assignee?.id ?? null, updatedAt: at.toISOString() }
}
