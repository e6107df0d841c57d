import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import { markMerged, reassignAll } from '../merge-accounts.ts'
import type { Actor, User } from '../user.ts'
import { discordKey, type HandleKind, type SlackHandle, slackKey, withoutUnlinked } from './handles.ts'

export const codeLifetimeSeconds = 600

/** Creates a code to type into the chat within ten minutes. Earlier codes stop working. @throws too-many */
export async function createHandleCode(desk: Desk, actor: Actor, kind: HandleKind): Promise<string> {
  await desk.limits.take(actor, 'changes')
  await desk.links.removeAll(kind, actor._id)
  return desk.links.create(kind, { user: actor._id })
}

const wrongCode = () => invalid('code', 'This code is wrong or expired. Get a new one from the console.')

/** @throws invalid for a wrong or expired code, too-many, conflict when another account has this handle */
export async function linkDiscord(desk: Desk, discord: string, code: string): Promise<User> {
  const key = discordKey(discord)
  await desk.attempts.begin({ account: key, address: key })
  const link = await desk.links.redeem(code.trim().toUpperCase(), ['discord'])
  if (!link?.user) throw wrongCode()
  return changeUser(desk, link.user, (user) => ({ set: { discord, unlinked: withoutUnlinked(user, key) } }))
}

/**
 * Links a Slack account to the desk account that created the code. An account that has only this handle is merged into
 * it, with its tickets.
 * @throws invalid for a wrong or expired code, too-many, conflict when another account has this handle
 */
export async function linkSlack(desk: Desk, slack: SlackHandle, code: string): Promise<User> {
  const key = slackKey(slack)
  await desk.attempts.begin({ account: key, address: key })
  const secret = code.trim().toUpperCase()
  const link = await desk.links.peek(secret)
  if (link?.purpose !== 'slack' || !link.user) throw wrongCode()
  const holder = await desk.users.findBySlack(slack.team, slack.user)
  if (holder?.email && holder._id !== link.user)
    throw conflict(
      'This Slack account belongs to another account on the desk. Unlink it there, or ask an admin.',
    )
  if (!(await desk.links.redeem(secret, ['slack']))) throw wrongCode()
  if (holder && holder._id !== link.user) await markMerged(desk, holder._id, link.user)
  const linked = await changeUser(desk, link.user, (user) => ({
    set: { slack, unlinked: withoutUnlinked(user, key) },
  }))
  if (holder && holder._id !== link.user) await reassignAll(desk, holder._id)
  return linked
}
