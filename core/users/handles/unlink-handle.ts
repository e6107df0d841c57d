import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { forbidden, notFound } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import type { Actor, User } from '../user.ts'
import { type HandleKind, handleKeysOf, withUnlinked } from './handles.ts'

/**
 * Takes all Slack or all Discord handles from an account: one's own, or as an admin anybody's. What comes from them
 * afterwards is not this person's. On Discord they are told how to link. On Slack, where nobody has to sign up, they
 * are somebody new without an address: though Slack confirms the address of this very account, it is not linked by
 * that, or unlinking would last until the next ticket. A code links them again, and brings along what was filed meanwhile.
 * @throws forbidden for another's account unless admin, not-found
 */
export async function unlinkHandle(
  desk: Desk,
  actor: Actor,
  { id, kind }: { id: string; kind: HandleKind },
  origin: Origin,
): Promise<User> {
  if (actor._id !== id && actor.role !== 'admin')
    throw forbidden('Only admins unlink other people’s accounts.')
  if (!(await desk.users.find(id))) throw notFound('user')
  const older = (await desk.users.mergedInto(id)).flatMap(({ merged }) => handleKeysOf(merged ?? {}, kind))
  let isLinked = false
  const changed = await changeUser(desk, id, (user) => {
    const keys = [...handleKeysOf(user, kind), ...older]
    isLinked = keys.length > 0
    const changes = [{ field: kind, from: keys.join(', '), to: null }]
    const event = { actor, action: 'account-changed', about: aboutUser(user), origin, changes } as const
    return isLinked
      ? { set: { unlinked: withUnlinked(user, keys) }, unset: [kind], effects: [auditEffect(event)] }
      : null
  })
  if (!isLinked) return changed
  await writeAuditNow(desk, changed)
  await desk.users.dropOlderHandles(id, kind)
  desk.sessionCache.forget()
  return changed
}
