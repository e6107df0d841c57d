import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import type { AccountEffect } from '../outbox/entry.ts'
import { changeUser } from './change-user.ts'
import { discordKey, slackKey } from './handles/handles.ts'
import { personOf, type User } from './user.ts'

export type BecomingDesk = Pick<
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
 * The first step of two accounts becoming one: from here on `from` is a tombstone that signs nobody in, and what comes
 * from its handles is `into`'s. That is one write; the rest is owed by the tombstone (`reassignAll`).
 * @throws not-found; conflict when it has become part of another one already
 */
export async function markMerged(
  desk: BecomingDesk,
  from: string,
  into: string,
  alsoOwe: AccountEffect[] = [],
): Promise<User> {
  const at = desk.now()
  const tombstone = await changeUser(desk, from, ({ merged, slack, discord }) => {
    if (merged?.into === into) return null
    if (merged) throw conflict('This account is part of another one already.')
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
      unset: ['slack', 'discord'],
      effects: [...alsoOwe, { queue: 'maintenance', kind: 'merge' }],
    }
  })
  desk.sessionCache.forget()
  return tombstone
}

/**
 * The second step, which may be cut short and done again: whatever is the tombstone's becomes the other one's. Tickets,
 * comments and what was sent change hands; sessions and API keys end.
 */
export async function reassignAll(desk: BecomingDesk, tombstone: string): Promise<void> {
  const gone = await desk.users.find(tombstone)
  const survivor = gone?.merged ? await desk.users.living(gone) : null
  if (!gone || !survivor || survivor._id === gone._id) return
  await giveHandles(desk, gone, survivor)
  await desk.users.redirect(gone._id, survivor._id)
  await desk.sessions.endAll(gone._id)
  await desk.apiKeys.revokeAllOf(gone._id)
  await desk.links.removeAllOf(gone._id)
  desk.sessionCache.forget()
  await desk.tickets.reassign(gone._id, personOf(survivor))
  await desk.comments.reassign(gone._id, personOf(survivor))
  await desk.deliveries.reassign(gone._id, survivor._id)
}

/** A handle of a kind that they have already stays with the tombstone: what comes from it is theirs all the same. */
const giveHandles = (desk: BecomingDesk, { merged }: User, survivor: User) =>
  changeUser(desk, survivor._id, (user) => {
    const may = (key: string) => !user.unlinked?.includes(key)
    const { slack, discord } = merged ?? {}
    const set = {
      ...(slack && !user.slack && may(slackKey(slack)) ? { slack } : {}),
      ...(discord && !user.discord && may(discordKey(discord)) ? { discord } : {}),
    }
    return Object.keys(set).length > 0 ? { set } : null
  })
