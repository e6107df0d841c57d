import type { Desk } from '../../desk.ts'
import { idFromKey } from '../../ids.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { nameFrom } from '../../text/line.ts'
import { changeUser } from '../change-user.ts'
import { invitation } from '../mail-links/invitation.ts'
import { markMerged, reassignAll } from '../merge-accounts.ts'
import { renameEffects } from '../rename-effects.ts'
import type { User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { type SlackHandle, slackKey } from './handles.ts'

const maxAccounts = 60
/** Slack allows at least 100 look-ups a minute (tier 4). */
const lookEveryMs = 10_000

/**
 * Finds the desk's user for a person on Slack. A new person gets an account at once, so filing does not wait for Slack.
 * Their address is fetched afterwards (`identify`). The account's id is derived from the handle, so simultaneous
 * deliveries create one account. When the account with that id has lost the handle, the next id is used.
 */
export async function slackUser(desk: Desk, handle: SlackHandle, name: string): Promise<User> {
  for (let nth = 0; nth < maxAccounts; nth++) {
    const known = await desk.users.findBySlack(handle.team, handle.user)
    if (known) return known
    const user = await provision(desk, handle, name, nth)
    if (user.slack && slackKey(user.slack) === slackKey(handle)) return user
  }
  throw new Error('This Slack account was linked and unlinked too often.')
}

const provisionedId = ({ team, user }: SlackHandle, nth: number) =>
  idFromKey(`slack-user:${team}:${user}${nth > 0 ? `:${nth}` : ''}`)

const lookAtProfile: AccountEffect = { queue: 'slack', kind: 'identify' }

async function provision(desk: Desk, slack: SlackHandle, name: string, nth: number): Promise<User> {
  const fresh = {
    _id: provisionedId(slack, nth),
    email: null,
    name: nameFrom(name, slack.user),
    slack,
    slackCheckedAt: desk.now(),
  }
  const { user } = await desk.users.insert({ ...fresh, effects: [lookAtProfile] }, desk.now())
  desk.relay('users', user)
  return user
}

/** Has the desk look at a person's Slack profile again, since they may have changed their name there. */
export async function requestProfileCheck(
  desk: Pick<Desk, 'users' | 'relay' | 'now'>,
  { _id, slack, slackCheckedAt }: User,
): Promise<void> {
  const now = desk.now()
  if (!slack || (slackCheckedAt && now.getTime() - slackCheckedAt.getTime() < lookEveryMs)) return
  await changeUser(desk, _id, () => ({ set: { slackCheckedAt: now }, effects: [lookAtProfile] }))
}

/** Takes over the name in a person's Slack profile, unless they have chosen another one on the desk. */
export async function followSlackName(desk: Desk, id: string, shown: string): Promise<void> {
  const known = await desk.users.find(id)
  if (!known || known.merged) return
  const name = nameFrom(shown, known.name)
  if (known.slackName === name) return
  // A first look finds tickets that carry the person's handle instead of a name.
  if (known.slackName === undefined && isNamedBySlack(known)) {
    await desk.tickets.reassign(id, { id, name })
    await desk.comments.reassign(id, { id, name })
  }
  await changeUser(desk, id, (user) => ({
    set: { slackName: name, ...(isNamedBySlack(user) ? { name } : {}) },
    effects: isNamedBySlack(user) ? renameEffects(user, name) : [],
  }))
  desk.sessionCache.forget()
}

/** Before the desk noted names from Slack, accounts that began there and have no password had theirs from there. */
function isNamedBySlack({ _id, name, slack, slackName, passwordHash }: User): boolean {
  if (slackName !== undefined) return name === slackName
  return slack !== undefined && passwordHash === null && _id === provisionedId(slack, 0)
}

/**
 * Stores the verified address that Slack gives for a person. When another account has that address, both are merged,
 * unless the handle was unlinked from it.
 */
export async function identifySlackUser(desk: Desk, id: string, profile: { email: string; name: string }) {
  const user = await desk.users.find(id)
  if (!user || user.email || user.merged) return
  const same = await desk.users.findPersonByEmail(profile.email)
  const name = nameFrom(profile.name, user.name)
  if (!same) return storeProfile(desk, id, { ...profile, name })
  if (user.slack && same.unlinked?.includes(slackKey(user.slack)))
    return desk.log.info(
      { user: id, account: same._id },
      'Account not merged, since its Slack handle was unlinked',
    )
  await changeUser(desk, same._id, (user) => verify(user, name))
  await markMerged(desk, id, same._id)
  await reassignAll(desk, id)
}

/** Slack has confirmed the address. Unconfirmed sign-ups for it may be anybody's, so they are dropped with their name and password. */
const verify = (user: User, name: string): UserChange | null =>
  user.emailVerified
    ? null
    : { set: { emailVerified: true, pending: [], passwordHash: null, name }, effects: [invitation] }

/** Stores the address and the real name, also on tickets and comments from before. */
async function storeProfile(desk: Desk, id: string, { email, name }: { email: string; name: string }) {
  await desk.tickets.reassign(id, { id, name })
  await desk.comments.reassign(id, { id, name })
  await changeUser(desk, id, (user) => ({
    set: { email, emailVerified: true, name, slackName: name },
    effects: [invitation, ...renameEffects(user, name, email)],
  }))
}
