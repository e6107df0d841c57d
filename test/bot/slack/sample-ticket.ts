import type { RequesterCard } from '../../../core/notifications/messengers/sending.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { ticketOf } from '../../support/ticket-fixture.ts'

const at = new Date('2026-03-02T09:00:00Z')

/** A ticket that has been triaged and assigned, with whatever a test is about. */
export const sampleTicket = (different: Partial<Ticket> = {}): Ticket =>
  ticketOf({
    _id: 'c'.repeat(24),
    description: '**Flames** on the 3rd floor',
    urgency: 'high',
    priority: 'urgent',
    category: 'Hardware',
    skills: ['printers'],
    summary: 'A printer burns.',
    notes: 'SECRET notes for moderators',
    triage: {
      state: 'done',
      engine: 'local',
      model: null,
      confidence: null,
      reasons: [],
      fallback: null,
      startedAt: at,
      at,
    },
    requester: { id: 'r'.repeat(24), name: 'Ada Lovelace' },
    assignee: { id: 'm'.repeat(24), name: 'Max Moe' },
    assignment: {
      by: 'triage',
      reason: 'knows printers',
      candidates: [{ id: 'x', name: 'SECRET candidate', matching: [], load: 3 }],
      at,
    },
    version: 3,
    createdAt: at,
    updatedAt: at,
    ...different,
  })

/** What the requester's card is made of. */
export const forRequester = (ticket: Ticket, usualAnswerMinutes: number | null = null): RequesterCard => ({
  ticket,
  usualAnswerMinutes,
})
