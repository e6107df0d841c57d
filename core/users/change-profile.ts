import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { changeUser } from './change-user.ts'
import { renameEffects } from './rename-effects.ts'
import { type Actor, nameSchema, type User } from './user.ts'

export const profileSchema = z.strictObject({ name: nameSchema })

/** Changes a person's own account. Lists are sorted by the new name a moment later. @throws too-many */
export async function changeProfile(
  desk: Desk,
  actor: Actor,
  { name }: z.infer<typeof profileSchema>,
): Promise<User> {
  await desk.limits.take(actor, 'changes')
  const changed = await changeUser(desk, actor._id, (user) =>
    user.name === name ? null : { set: { name }, effects: renameEffects(user, name) },
  )
  desk.sessionCache.forget()
  return changed
}
