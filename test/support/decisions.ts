import { expect, test } from 'vitest'
import type { Change, Decide } from '../../core/tickets/change.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { Actor } from '../../core/users/user.ts'
import { ticketOf } from './ticket-fixture.ts'

/** What a decision makes of Ann's ticket. @throws when it finds nothing to do */
export function changeOf(decide: Decide, more: Partial<Ticket>): Change {
  const change = decide(ticketOf(more))
  if (!change) throw new Error('The decision found nothing to do.')
  return change
}

export type Refused = [name: string, actor: Actor, more: Partial<Ticket>, kind: string, message: string]

/** A test for each case in which a decision is refused. */
export const refuses = (decideAs: (actor: Actor) => Decide, cases: Refused[]) =>
  test.each(cases)('is refused %s', (_name, actor, more, kind, message) => {
    expect(() => decideAs(actor)(ticketOf(more))).toThrow(expect.objectContaining({ kind, message }))
  })
