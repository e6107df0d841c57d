import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { type Change, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { leaveOriginal } from '../duplicates/duplicates.ts'
import { eraseTicket } from '../erase-ticket.ts'
import { isAdmin } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

/**
 * Delete: hides the ticket from everyone and erases its text, comments and files. The history keeps who did what and when. The
 * number is never reused. Duplicates of the ticket become independent again.
 */
export const deleteTicket = defineAction({
  input: noInput,
  permissions: { delete: { verb: 'delete', rule: isAdmin } },
  prepare: (desk, ticket) => desk.tickets.duplicatesOf(ticket._id),
  decide(ticket, asked) {
    const { actor, surface, address = null, prepared: duplicates } = asked
    const left = leaveOriginal(ticket)
    return {
      set: { ...left.set, ...erased(ticket) },
      history: [historyEntry(asked, 'deleted')],
      effects: [
        ...redrawCards,
        auditEffect({
          actor,
          action: 'ticket-deleted',
          // The number, not the title: the audit log keeps no text of the ticket.
          about: { kind: 'ticket', id: ticket._id, name: referenceTo(ticket) },
          origin: { surface, address, agent: null },
        }),
        ...left.effects,
        ...(duplicates.length > 0
          ? [{ queue: 'maintenance', kind: 'sync-duplicate', other: ticket._id } as const]
          : []),
        // Last, because it waits for a while and the entries of one queue are handled in order.
        { queue: 'maintenance', kind: 'erase' },
      ],
    }
  },
  async finish(desk, ticket) {
    await writeAuditNow(desk, ticket)
    await eraseTicket(desk, ticket._id)
    return ticket
  },
  words: { summary: 'Delete a ticket and its comments (admins)', success: 'Deleted.' },
})

/** What is left of a ticket: no text, no files, nobody who watches. */
const erased = (ticket: Ticket): Change['set'] => ({
  ...(ticket.watchers ? { watchers: [] } : {}),
  deleted: true,
  title: 'Deleted ticket',
  description: 'Deleted.',
  summary: null,
  notes: null,
  tags: [],
  triage: { ...ticket.triage, reasons: [] },
  resolution: null,
  ...(ticket.rating ? { rating: null } : {}),
  ...(ticket.fields ? { fields: [] } : {}),
  ...(ticket.files ? { files: [] } : {}),
  status: 'closed',
})
