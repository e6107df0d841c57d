import type { Decide } from '../../core/tickets/change.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { ticketOf } from '../support/ticket-fixture.ts'
import { type SampleTicket, timeAt } from './sample-desk.ts'

/** A filed ticket of the simulation. @property ticket what the desk's own decisions read and change */
export type Case = Pick<Ticket, 'priority' | 'createdAt'> & { sample: SampleTicket; ticket: Ticket }

export function caseOf(sample: SampleTicket): Case {
  const { priority, skills, language } = sample
  const createdAt = timeAt(sample.filedAt)
  const { triage, ...ticket } = ticketOf({ createdAt, priority, skills })
  return { priority, createdAt, sample, ticket: { ...ticket, triage: { ...triage, language } } }
}

/** Changes the ticket as the desk would. */
export function decideOn(one: Case, decide: Decide) {
  one.ticket = { ...one.ticket, ...decide(one.ticket)?.set }
}
