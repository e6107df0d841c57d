import type { Desk } from '../desk.ts'
import { forbidden } from '../errors.ts'
import type { Cursor } from '../tickets/ticket-store.ts'
import type { Actor, User } from './user.ts'

/** One page of accounts, oldest first. @throws forbidden unless admin */
export async function listUsers(
  desk: Pick<Desk, 'users'>,
  actor: Actor,
  page: { after?: Cursor | undefined; limit: number },
): Promise<User[]> {
  if (actor.role !== 'admin') throw forbidden('Only admins see the accounts.')
  return desk.users.list({ limit: page.limit, ...(page.after ? { after: page.after } : {}) })
}
