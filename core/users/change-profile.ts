import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { forbidden } from '../errors.ts'
import { changeUser } from './change-user.ts'
import { renameEffects } from './rename-effects.ts'
import { type Actor, languageListSchema, nameSchema, type User } from './user.ts'

export const profileSchema = z
  .strictObject({
    name: nameSchema.optional(),
    languages: languageListSchema.optional().describe('for moderators and admins'),
  })
  .refine((profile) => Object.keys(profile).length > 0, 'Say what to change.')

/**
 * Changes a person's own account. Lists are sorted by the new name a moment later.
 * @throws too-many; forbidden: languages count for staff only
 */
export async function changeProfile(
  desk: Desk,
  actor: Actor,
  { name, languages }: z.infer<typeof profileSchema>,
): Promise<User> {
  await desk.limits.take(actor, 'changes')
  if (languages && actor.role === 'user') throw forbidden('Only moderators and admins state languages.')
  const changed = await changeUser(desk, actor._id, (user) => {
    const isSame = (name ?? user.name) === user.name && isSameList(languages, user.languages)
    if (isSame) return null
    const set = { ...(name ? { name } : {}), ...(languages ? { languages: [...new Set(languages)] } : {}) }
    return { set, effects: renameEffects(user, name) }
  })
  desk.sessionCache.forget()
  return changed
}

const isSameList = (wanted: string[] | undefined, had: string[] = []) =>
  wanted === undefined || wanted.join() === had.join()
