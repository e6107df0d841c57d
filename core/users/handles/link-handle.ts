import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import { markMerged, reassignAll } from '../merge-accounts.ts'
import type { Actor, User } from '../user.ts'
import { discordKey, type HandleKind, type SlackHandle, slackKey, withoutUnlinked } from './handles.ts'

export const codeLifetimeSeconds = 600

/** A code to type into the chat within ten minutes; an earlier one stops working. */
export async function createHandleCode(desk: Desk, actor: Actor, kind: HandleKind): Promise<string> {
  await desk.links.removeAll(kind, actor._id)
  return desk.links.create(kind, { user: actor._id })
}

const wrongCode = () => invalid('code', 'This code is wrong or too old. Get a new one from the console.')

/** @throws invalid for a code that is wrong or too old, too-many, conflict when the account is linked elsewhere */
export async function linkDiscord(desk: Desk, discord: string, code: string): Promise<User> {
  const key = discordKey(discord)
  await desk.attempts.begin({ account: key, address: key })
  const link = await desk.links.redeem(code.trim().toUpperCase(), ['discord'])
  if (!link?.user) throw wrongCode()
  return changeUser(desk, link.user, (user) => ({ set: { discord, unlinked: withoutUnlinked(user, key) } }))
}

/**
 * Links somebody's Slack account to the one that made the code. If they were somebody new to the desk on Slack, who has
 * nothing but that handle, both become one, with what was filed so far.
 * @throws invalid for a code that is wrong or too old, too-many, conflict when the handle is another account's
 */
export async function linkSlack(desk: Desk, slack: SlackHandle, code: string): Promise<User> {
  const key = slackKey(slack)
  await desk.attempts.begin({ account: key, address: key })
  const secret = code.trim().toUpperCase()
  const seen = await desk.links.peek(secret)
  if (seen?.purpose !== 'slack' || !seen.user) throw wrongCode()
  const holder = await desk.users.findBySlack(slack.team, slack.user)
  if (holder?.email && holder._id !== seen.user)
    throw conflict(
      'This Slack account belongs to another account on the desk. Unlink it there, or ask an admin.',
    )
  if (!(await desk.links.redeem(secret, ['slack']))) throw wrongCode()
  if (holder && holder._id !== seen.user) await markMerged(desk, holder._id, seen.user)
  const linked = await changeUser(desk, seen.user, (user) => ({
    set: { slack, unlinked: withoutUnlinked(user, key) },
  }))
  if (holder && holder._id !== seen.user) await reassignAll(desk, holder._id)
  return linked
}
