import type { Desk } from '../../desk.ts'
import { idOf } from '../../ids.ts'
import { changeUser } from '../change-user.ts'
import { invitation } from '../mail-links/invitation.ts'
import { markMerged, reassignAll } from '../merge-accounts.ts'
import type { User } from '../user.ts'
import { type SlackHandle, slackKey } from './handles.ts'

const maxAccounts = 60

/**
 * The desk's user for somebody on Slack. Who is new gets an account at once, so that filing waits for nothing; their
 * address is asked of Slack afterwards (`identify`). The account's id follows from the handle, so of many deliveries
 * at once one makes it; the account that such an id once was may have lost the handle since, then the next id is theirs.
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
    { _id: idOf(key), email: null, name, slack, effects: [{ queue: 'slack', kind: 'identify' }] },
    desk.now(),
  )
  desk.relay('users', user)
  return user
}

/**
 * What Slack says of a person: takes their verified address. If an account has that address already it is the same
 * person: both become one, unless this handle was unlinked from it on purpose.
 */
export async function identifySlackUser(desk: Desk, id: string, profile: { email: string; name: string }) {
  const user = await desk.users.find(id)
  if (!user || user.email || user.merged) return
  const same = await desk.users.findPersonByEmail(profile.email)
  if (!same) return introduce(desk, id, profile)
  if (user.slack && same.unlinked?.includes(slackKey(user.slack)))
    return desk.log.info({ user: id, account: same._id }, 'unlinked from Slack: stays an account of its own')
  await changeUser(desk, same._id, prove)
  await markMerged(desk, id, same._id)
  await reassignAll(desk, id)
}

/** Slack has confirmed the address: sign-ups by others are worth nothing any more. */
const prove = ({ emailVerified }: User) => ({
  set: { emailVerified: true, pending: [] },
  effects: emailVerified ? [] : [invitation],
})

/** What they have filed and said meanwhile carries the handle's name: it gets the real one. */
async function introduce(desk: Desk, id: string, { email, name }: { email: string; name: string }) {
  await desk.tickets.reassign(id, { id, name })
  await desk.comments.reassign(id, { id, name })
  await changeUser(desk, id, () => ({
    set: { email, emailVerified: true, name },
    effects: [invitation],
  }))
}
