import type { Desk } from '../desk.ts'
import type { AccountEffect } from '../outbox/entry.ts'
import type { User } from './user.ts'

type Rank = Pick<User, 'role' | 'active'>

const isStaff = ({ role, active }: Rank) => active && role !== 'user'

/** An effect for a change after which somebody is no longer staff. `leaveStaff` does the same at once. */
export const leaveStaffEffects = (before: Rank, after: Rank): AccountEffect[] =>
  isStaff(before) && !isStaff(after) ? [{ queue: 'maintenance', kind: 'leave-staff' }] : []

/**
 * Releases what somebody who is no longer staff has claimed, and ends the watches that only staff can have, so that they
 * see no more than other people. Does nothing for staff. Safe to repeat.
 */
export async function leaveStaff(desk: Pick<Desk, 'users' | 'tickets' | 'relay'>, id: string): Promise<void> {
  const user = await desk.users.find(id)
  if (!user || isStaff(user)) return
  for (const ticket of await desk.tickets.leaveStaff(id)) desk.relay('tickets', ticket)
}
