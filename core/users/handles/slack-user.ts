import type { Desk } from '../../desk.ts'
import { idOf } from '../../ids.ts'
import { nameFrom } from '../../text/line.ts'
import { changeUser } from '../change-user.ts'
import { invitation } from '../mail-links/invitation.ts'
import { markMerged, reassignAll } from '../merge-accounts.ts'
import type { User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { type SlackHandle, slackKey } from './handles.ts'

const maxAccounts = 60

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

async function provision(desk: Desk, slack: SlackHandle, name: string, nth: number): Promise<User> {
  const key = `slack-user:${slack.team}:${slack.user}${nth > 0 ? `:${nth}` : ''}`
  const { user } = await desk.users.insert(
    {
      _id: idOf(key),
      email: null,
      name: nameFrom(name, slack.user),
      slack,
      effects: [{ queue: 'slack', kind: 'identify' }],
    },
    desk.now(),
  )
  desk.relay('users', user)
  return user
}

/**
 * Stores the verified address that Slack gives for a person. When another account has that address, both are merged,
 * unless the handle was unlinked from it.
 */
export async function identifySlackUser(desk: Desk, id: string, profile: { email: string; name: string }) {
  const user = await desk.users.find(id)
  if (!user || user.email || user.merged) return
  const same = await desk.users.findPersonByEmail(profile.email)
  if (!same) return storeProfile(desk, id, { ...profile, name: nameFrom(profile.name, user.name) })
  if (user.slack && same.unlinked?.includes(slackKey(user.slack)))
    return desk.log.info(
      { user: id, account: same._id },
      'Account not merged, since its Slack handle was unlinked',
    )
  await changeUser(desk, same._id, (user) => verify(user, profile.name))
  await markMerged(desk, id, same._id)
  await reassignAll(desk, id)
}

/** Slack has confirmed the address. Unconfirmed sign-ups for it may be anybody's, so they are dropped with their name. */
const verify = (user: User, name: string): UserChange | null =>
  user.emailVerified ? null : { set: { emailVerified: true, pending: [], name }, effects: [invitation] }

/** Stores the address and the real name, also on tickets and comments from before. */
async function storeProfile(desk: Desk, id: string, { email, name }: { email: string; name: string }) {
  await desk.tickets.reassign(id, { id, name })
  await desk.comments.reassign(id, { id, name })
  await changeUser(desk, id, () => ({
    set: { email, emailVerified: true, name },
    effects: [invitation],
  }))
}
