import type { Desk } from '../desk.ts'
import { writeAuditNow } from '../outbox/audit.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { eraseTicket } from './erase-ticket.ts'
import { remove } from './transitions.ts'

/**
 * Admins only. The ticket's words and comments are gone; its number, and who did what when, stay. All that follows is
 * owed with the deletion itself: a desk that dies in between does it when it is back.
 * @throws forbidden, not-found
 */
export async function deleteTicket(
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; address?: string | null },
): Promise<void> {
  const { id, surface, address = null } = request
  const origin = { surface, address, agent: null }
  const deleted = await changeTicket(desk, id, remove({ actor, surface, now: desk.now(), origin }))
  await writeAuditNow(desk, deleted)
  await eraseTicket(desk, id)
}
