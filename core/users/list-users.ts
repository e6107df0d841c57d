import type { Desk } from '../desk.ts'
import { forbidden } from '../errors.ts'
import type { Actor, User } from './user.ts'
import type { UserPage } from './user-store.ts'

/** Lists one page of accounts, oldest first. @throws forbidden unless admin */
export async function listUsers(desk: Pick<Desk, 'users'>, actor: Actor, page: UserPage): Promise<User[]> {
  if (actor.role !== 'admin') throw forbidden('Only admins can see accounts.')
  return desk.users.list(page)
}
