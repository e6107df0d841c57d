import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { changeUser } from '../change-user.ts'
import { endSessionsOf, signOutEffect } from '../sign-in/end-session.ts'
import type { Link } from '../sign-in/session-model.ts'
import { type SignedIn, startSession } from '../sign-in/start-session.ts'
import { type Actor, emailSchema, nameSchema, passwordSchema, type User } from '../user.ts'
import { endPasswordLinks } from './end-password-links.ts'

export const redeemSchema = z.strictObject({
  token: z.string().min(1).max(100),
  email: emailSchema.optional().describe('for the first admin'),
  name: nameSchema.optional().describe('for the first admin'),
  password: passwordSchema.optional().describe('for the first admin, for invitations and for a new password'),
})
export type Redeem = z.infer<typeof redeemSchema>

const used = () => invalid('token', 'This link has been used or is too old. Ask for a new one.')

/** What a link is for, so that its page can ask for the right things. @throws invalid */
export async function inspectLink(desk: Desk, token: string) {
  const link = await look(desk, token)
  const user = link.user ? await desk.users.find(link.user) : null
  return { purpose: link.purpose, email: user?.email ?? null, name: user?.name ?? null }
}

/**
 * Follows a mailed or shown link: makes the first admin, sets a first or a new password, or confirms an address; then
 * the person is signed in, here and nowhere else. What is missing is said before the link is used up.
 * @throws invalid, at the field
 */
export async function redeemLink(desk: Desk, origin: Origin, input: Redeem): Promise<SignedIn> {
  assertFields(await look(desk, input.token), input)
  const passwordHash = input.password ? await desk.passwords.hash(input.password) : null
  const link = await desk.links.redeem(input.token, ['setup', 'invite', 'confirm', 'reset'])
  if (!link) throw used()
  const owedBy: OwedBy = (user) => [
    auditEffect({ actor: user, action: 'link-followed', about: aboutUser(user), origin, note: link.purpose }),
    signOutEffect(),
  ]
  const user =
    link.purpose === 'setup'
      ? await firstAdmin(desk, input, passwordHash, owedBy)
      : await verified(desk, link, passwordHash, owedBy)
  await writeAuditNow(desk, user)
  if (passwordHash) await endPasswordLinks(desk, user._id)
  await endSessionsOf(desk, user._id)
  return startSession(desk, user, origin.agent)
}

/** A link that is good. That of the first admin is none any more when there is one, wherever they came from. */
async function look(desk: Desk, token: string): Promise<Link> {
  const link = await desk.links.peek(token)
  if (!link || link.purpose === 'discord' || link.purpose === 'slack') throw used()
  if (link.purpose === 'setup' && (await desk.users.admins()).length > 0) throw used()
  return link
}

/** What somebody's account owes as they follow their link: an entry in the audit log, and the end of what was before. */
type OwedBy = (user: Actor) => AccountEffect[]

function assertFields({ purpose }: Link, input: Redeem) {
  const needed = {
    setup: ['email', 'name', 'password'],
    invite: ['password'],
    confirm: [],
    reset: ['password'],
    discord: [],
    slack: [],
  } as const
  for (const field of needed[purpose]) if (!input[field]) throw invalid(field, `Give your ${field}.`)
}

async function firstAdmin(
  desk: Desk,
  { email, name }: Redeem,
  passwordHash: string | null,
  owedBy: OwedBy,
): Promise<User> {
  const admin = {
    role: 'admin' as const,
    emailVerified: true,
    active: true,
    passwordHash,
    pending: [],
    name: name ?? '',
  }
  const known = await desk.users.findPersonByEmail(email ?? '')
  if (known)
    return changeUser(desk, known._id, () => ({ set: admin, effects: owedBy({ _id: known._id, ...admin }) }))
  const account = { _id: newId(), email: email ?? '', ...admin }
  const { user } = await desk.users.insert({ ...account, effects: owedBy(account) }, desk.now())
  desk.relay('users', user)
  return user
}

async function verified(desk: Desk, link: Link, passwordHash: string | null, owedBy: OwedBy): Promise<User> {
  if (!link.user) throw used()
  return changeUser(desk, link.user, (user) => {
    if (link.purpose === 'reset' && !user.active) throw used()
    const pending = user.pending.find((one) => one.id === link.pending)
    const name = pending?.name ?? user.name
    if (link.purpose === 'confirm' && (!pending || user.emailVerified)) throw used()
    return {
      set: {
        emailVerified: true,
        pending: [],
        name,
        passwordHash: passwordHash ?? pending?.passwordHash ?? user.passwordHash,
      },
      effects: owedBy({ ...user, name }),
    }
  })
}
