import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import type { AccountEffect } from '../outbox/entry.ts'
import { changeUser } from './change-user.ts'
import { discordKey, slackKey } from './handles/handles.ts'
import { endSessionsOf, signOutEffect } from './sign-in/end-session.ts'
import { personOf, type User } from './user.ts'

export type MergeDesk = Pick<
  Desk,
  | 'users'
  | 'tickets'
  | 'comments'
  | 'deliveries'
  | 'sessions'
  | 'sessionCache'
  | 'apiKeys'
  | 'links'
  | 'relay'
  | 'now'
>

/**
 * First step of a merge: marks the account `from` as merged. From then on it can't sign in, and its handles belong to
 * `into`. This is one write. An outbox entry of the merged account does the rest (`reassignAll`).
 * @throws not-found; conflict when the account is already merged into another one
 */
export async function markMerged(
  desk: MergeDesk,
  from: string,
  into: string,
  moreEffects: AccountEffect[] = [],
): Promise<User> {
  const at = desk.now()
  const merged = await changeUser(desk, from, ({ merged, slack, discord }) => {
    if (merged?.into === into) return null
    if (merged) throw conflict('This account is already merged into another one.')
    const handles = { ...(slack ? { slack } : {}), ...(discord ? { discord } : {}) }
    return {
      set: {
        merged: { into, at, ...handles },
        active: false,
        role: 'user',
        onDuty: false,
        passwordHash: null,
        pending: [],
      },
      unset: ['slack', 'discord', 'dutyEndsAt', 'dutyChangesAt', 'dutySchedule'],
      effects: [...moreEffects, { queue: 'maintenance', kind: 'merge' }],
    }
  })
  desk.sessionCache.forget()
  return merged
}

/**
 * Second step of a merge: reassigns tickets, comments and deliveries to the surviving account, and ends the merged one's
 * sessions and API keys. A survivor without a second factor gets the merged one's, so merging makes nothing easier to get
 * into. Safe to repeat.
 */
export async function reassignAll(desk: MergeDesk, merged: string): Promise<void> {
  const gone = await desk.users.find(merged)
  const survivor = gone?.merged ? await desk.users.survivorOf(gone) : null
  if (!gone || !survivor || survivor._id === gone._id) return
  await moveSecondFactor(desk, gone, survivor)
  await moveHandles(desk, gone, survivor)
  await desk.users.redirect(gone._id, survivor._id)
  await desk.sessions.endAll(gone._id)
  await desk.apiKeys.revokeAllOf(gone._id)
  await desk.links.removeAllOf(gone._id)
  desk.sessionCache.forget()
  await desk.tickets.reassign(gone._id, personOf(survivor))
  await desk.comments.reassign(gone._id, personOf(survivor))
  await desk.deliveries.reassign(gone._id, survivor._id)
}

async function moveSecondFactor(desk: MergeDesk, { _id, secondFactor }: User, survivor: User) {
  if (!secondFactor) return
  let isMoved = false
  await changeUser(desk, survivor._id, (user) => {
    isMoved = !user.secondFactor
    return isMoved ? { set: { secondFactor }, effects: [signOutEffect()] } : null
  })
  if (isMoved) await endSessionsOf(desk, survivor._id)
  await changeUser(desk, _id, (user) => (user.secondFactor ? { set: {}, unset: ['secondFactor'] } : null))
}

/** When the survivor has a handle of that kind, the merged account keeps its own. It leads to the survivor all the same. */
const moveHandles = (desk: MergeDesk, { merged }: User, survivor: User) =>
  changeUser(desk, survivor._id, (user) => {
    const may = (key: string) => !user.unlinked?.includes(key)
    const { slack, discord } = merged ?? {}
    const set = {
      ...(slack && !user.slack && may(slackKey(slack)) ? { slack } : {}),
      ...(discord && !user.discord && may(discordKey(discord)) ? { discord } : {}),
    }
    return Object.keys(set).length > 0 ? { set } : null
  })
