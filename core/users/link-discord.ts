import type { Desk } from '../desk.ts'
import { invalid } from '../errors.ts'
import { changeUser } from './change-user.ts'
import type { Actor, User } from './user.ts'

/** A code to type into Discord's `/link` within ten minutes; an earlier one stops working. */
export async function createDiscordCode(desk: Desk, actor: Actor): Promise<string> {
  await desk.links.removeAll('discord', actor._id)
  return desk.links.create('discord', { user: actor._id })
}

/** @throws invalid for a code that is wrong or too old, too-many, conflict when the account is linked elsewhere */
export async function linkDiscord(desk: Desk, discord: string, code: string): Promise<User> {
  await desk.attempts.begin({ account: `discord:${discord}`, address: `discord:${discord}` })
  const link = await desk.links.redeem(code.trim().toUpperCase(), ['discord'])
  if (!link?.user) throw invalid('code', 'This code is wrong or too old. Get a new one from the console.')
  return changeUser(desk, link.user, () => ({ set: { discord } }))
}
