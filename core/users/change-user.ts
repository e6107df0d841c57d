import type { Desk } from '../desk.ts'
import { conflict, notFound } from '../errors.ts'
import type { User } from './user.ts'
import type { UserChange } from './user-store.ts'

/**
 * Loads a user, decides, and saves the change. Starts again when the user changed meanwhile, at most 8 times.
 * @param decide returns null when there is nothing to change
 */
export async function changeUser(
  desk: Pick<Desk, 'users' | 'relay' | 'now'>,
  id: string,
  decide: (user: User) => UserChange | null,
): Promise<User> {
  for (let tries = 0; tries < 8; tries++) {
    const user = await desk.users.find(id)
    if (!user) throw notFound('user')
    const change = decide(user)
    if (!change) return user
    const changed = await desk.users.apply(user, change, desk.now())
    if (changed) {
      desk.relay('users', changed)
      return changed
    }
  }
  throw conflict('Someone else is changing this account. Try again.')
}
