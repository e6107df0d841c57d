import type { SignUpRule } from '../../configuration/sign-up-rule.ts'
import { isRefusal } from '../../errors.ts'
import { nameFrom } from '../../text/line.ts'
import { assertMaySignUp } from '../mail-links/may-sign-up.ts'
import type { User } from '../user.ts'
import type { Identity } from './identity.ts'
import { OpenIdRefusal } from './problem.ts'

export type Known = { byKey: User | null; byEmail: User | null }
export type AccountDecision =
  | { kind: 'enter'; user: User }
  | { kind: 'link'; user: User; set: Partial<User> }
  | { kind: 'create'; account: Pick<User, 'email' | 'name' | 'emailVerified' | 'openId'> }

const maxKeys = 10

/**
 * Whose account it is: the one that this identity has signed in to before, else the one with its confirmed address,
 * else a new one as the sign-up rule allows. An address that its owner has not confirmed to the desk may have been
 * signed up by anybody, so nothing that was set at that sign-up is kept.
 * @throws OpenIdRefusal
 */
export function decideAccount(
  { key, email, name }: Pick<Identity, 'key' | 'email' | 'name'>,
  { byKey, byEmail }: Known,
  rules: { domains: string[] | null; signUp: SignUpRule },
): AccountDecision {
  if (rules.domains && !isAllowed({ domains: rules.domains }, email)) throw new OpenIdRefusal('domain')
  const user = byKey ?? byEmail
  if (user && !user.active) throw new OpenIdRefusal('deactivated')
  if (byKey) return { kind: 'enter', user: byKey }
  if (!byEmail) {
    if (!isAllowed(rules.signUp, email)) throw new OpenIdRefusal('sign-up')
    const called = nameFrom(name, email.split('@')[0] ?? email)
    return { kind: 'create', account: { email, name: called, emailVerified: true, openId: [key] } }
  }
  const openId = [...(byEmail.openId ?? []), key].slice(-maxKeys)
  const theirs = { emailVerified: true, pending: [], passwordHash: null, name: nameFrom(name, byEmail.name) }
  return { kind: 'link', user: byEmail, set: byEmail.emailVerified ? { openId } : { openId, ...theirs } }
}

function isAllowed(rule: SignUpRule, email: string): boolean {
  try {
    assertMaySignUp(rule, email)
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
