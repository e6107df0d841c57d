import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import type { NewOwed } from '../outbox/owed.ts'
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
 * from its handles is `into`'s. That is one write; the rest is owed by the tombstone (`handOverAll`).
 * @throws not-found; conflict when it has become part of another one already
 */
export async function entomb(
  desk: BecomingDesk,
  from: string,
  into: string,
  alsoOwe: NewOwed[] = [],
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
      owe: [...alsoOwe, { lane: 'upkeep', kind: 'merge' }],
    }
  })
  desk.sessionCache.forget()
  return tombstone
}

/**
 * The second step, which may be cut short and done again: whatever is the tombstone's becomes the other one's. Tickets,
 * comments and what was sent change hands; sessions and API keys end.
 */
export async function handOverAll(desk: BecomingDesk, tombstone: string): Promise<void> {
  const gone = await desk.users.find(tombstone)
  const heir = gone?.merged ? await desk.users.living(gone) : null
  if (!gone || !heir || heir._id === gone._id) return
  await giveHandles(desk, gone, heir)
  await desk.users.redirect(gone._id, heir._id)
  await desk.sessions.endAll(gone._id)
  await desk.apiKeys.revokeAllOf(gone._id)
  await desk.links.removeAllOf(gone._id)
  desk.sessionCache.forget()
  await desk.tickets.handOver(gone._id, personOf(heir))
  await desk.comments.handOver(gone._id, personOf(heir))
  await desk.deliveries.handOver(gone._id, heir._id)
}

/** A handle of a kind that they have already stays with the tombstone: what comes from it is theirs all the same. */
const giveHandles = (desk: BecomingDesk, { merged }: User, heir: User) =>
  changeUser(desk, heir._id, (user) => {
    const may = (key: string) => !user.unlinked?.includes(key)
    const { slack, discord } = merged ?? {}
    const set = {
      ...(slack && !user.slack && may(slackKey(slack)) ? { slack } : {}),
      ...(discord && !user.discord && may(discordKey(discord)) ? { discord } : {}),
    }
    return Object.keys(set).length > 0 ? { set } : null
  })
