import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { changeUser } from '../change-user.ts'
import { endSessionsOf, revokeApiKeysOf, signOutEffect } from '../sign-in/end-session.ts'
import { finishSignIn, type SignInResult } from '../sign-in/finish-sign-in.ts'
import { localPath } from '../sign-in/local-path.ts'
import { assertGoodPassword } from '../sign-in/password-quality.ts'
import type { Link } from '../sign-in/session-model.ts'
import { type Actor, emailKeyOf, emailSchema, nameSchema, passwordSchema, type User } from '../user.ts'
import { endPasswordLinks } from './end-password-links.ts'
import { type FoundLink, findLink, invalidLink } from './find-link.ts'
import { signInByLink } from './sign-in-by-link.ts'

export const redeemSchema = z.strictObject({
  token: z.string().min(1).max(100),
  email: emailSchema.optional().describe('for the first admin'),
  name: nameSchema
    .optional()
    .describe('for the first admin, and to confirm an address under another name than at sign-up'),
  password: passwordSchema.optional().describe('the password to sign in with from now on'),
  keepApiKeys: z.boolean().optional().describe('else a password that is set here revokes all API keys'),
})
export type Redeem = z.infer<typeof redeemSchema>

/** The purpose of a link, so its page can ask for the right fields. @throws invalid */
export async function inspectLink(desk: Desk, token: string) {
  const { link, user } = await findLink(desk, token)
  return {
    purpose: link.purpose,
    user: user?._id ?? null,
    email: user?.email ?? null,
    name: user?.name ?? null,
    confirmed: user?.emailVerified ?? false,
    next: localPath(link.next),
  }
}

/**
 * Redeems a link: creates the first admin, sets a password, or confirms an address. Then it ends the person's sessions,
 * unless the link does nothing but sign in, and signs them in; a second factor is still needed. A missing field is reported
 * before the link is used up. Confirming sets a password too: the one who
 * signed up may be somebody else.
 * @throws invalid, at the field
 */
export async function redeemLink(desk: Desk, origin: Origin, input: Redeem): Promise<SignInResult> {
  const found = await findLink(desk, input.token)
  if (signsIn(found.link)) return signInByLink(desk, origin, input)
  assertFields(found.link, input)
  if (input.password) await assertGoodPassword(desk, input.password, ...namesOf(found.user, input))
  const passwordHash = input.password ? await desk.passwords.hash(input.password) : null
  const revokesKeys = passwordHash !== null && !input.keepApiKeys
  const link = await desk.links.redeem(input.token, ['setup', 'invite', 'confirm', 'reset'])
  if (!link) throw invalidLink()
  const effectsOf: EffectsOf = (user) => [
    auditEffect({ actor: user, action: 'link-followed', about: aboutUser(user), origin, note: link.purpose }),
    signOutEffect({ apiKeys: revokesKeys }),
  ]
  const user =
    link.purpose === 'setup'
      ? await createFirstAdmin(desk, input, passwordHash, effectsOf)
      : await verifyAccount(desk, link, { passwordHash, name: input.name }, effectsOf)
  await writeAuditNow(desk, user)
  if (passwordHash) await endPasswordLinks(desk, user._id)
  if (user.email) await desk.attempts.succeeded({ account: emailKeyOf(user.email) })
  await endSessionsOf(desk, user._id)
  if (revokesKeys) await revokeApiKeysOf(desk, user._id)
  return finishSignIn(desk, user, origin, null)
}

const signsIn = ({ purpose }: Link) => purpose === 'sign-in' || purpose === 'slack-sign-in'

/** Whose name and address the password must not be: as the account has them, and as they are given beside it. */
const namesOf = (user: User | null, { email = '', name = '' }: Redeem) => [
  { email, name },
  ...(user ? [user] : []),
]

/** The audit event and the sign-out that go with the change of the account. */
type EffectsOf = (user: Actor) => AccountEffect[]

function assertFields({ purpose }: FoundLink['link'], input: Redeem) {
  const needed = {
    setup: ['email', 'name', 'password'],
    invite: ['password'],
    confirm: ['password'],
    reset: ['password'],
    'sign-in': [],
    'slack-sign-in': [],
  } as const
  for (const field of needed[purpose]) if (!input[field]) throw invalid(field, `Enter your ${field}.`)
}

async function createFirstAdmin(
  desk: Desk,
  { email, name }: Redeem,
  passwordHash: string | null,
  effectsOf: EffectsOf,
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
    return changeUser(desk, known._id, () => ({
      set: admin,
      effects: effectsOf({ _id: known._id, ...admin }),
    }))
  const account = { _id: newId(), email: email ?? '', ...admin }
  const { user } = await desk.users.insert({ ...account, effects: effectsOf(account) }, desk.now())
  desk.relay('users', user)
  return user
}

async function verifyAccount(
  desk: Desk,
  link: Link,
  given: { passwordHash: string | null; name: string | undefined },
  effectsOf: EffectsOf,
): Promise<User> {
  if (!link.user) throw invalidLink()
  return changeUser(desk, link.user, (user) => {
    if (!user.active) throw invalidLink()
    const pending = user.pending.find((one) => one.id === link.pending)
    if (link.purpose === 'confirm' && (!pending || user.emailVerified)) throw invalidLink()
    const name = (link.purpose === 'confirm' && given.name) || (pending?.name ?? user.name)
    return {
      set: {
        emailVerified: true,
        pending: [],
        name,
        passwordHash: given.passwordHash ?? user.passwordHash,
      },
      effects: effectsOf({ ...user, name }),
    }
  })
}
