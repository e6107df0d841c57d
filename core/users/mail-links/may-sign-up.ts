import type { SignUpRule } from '../../configuration/sign-up-rule.ts'
import { forbidden, invalid } from '../../errors.ts'
import { emailKeyOf } from '../user.ts'

/** The domain of an address, in the one spelling that all of its spellings share. */
const domainOf = (email: string) => emailKeyOf(email).replace(/^.*@/s, '')

/**
 * Subdomains count only when they are listed themselves. The answer depends on the address alone, so it does not reveal
 * who has an account.
 * @throws forbidden when sign-up is closed; invalid at `email` for an address at another domain
 */
export function assertMaySignUp(rule: SignUpRule, email: string) {
  if (rule === 'open') return
  if (rule === 'closed') throw forbidden('Sign-up is closed. Ask an admin to invite you.')
  const allowed = rule.domains.map((domain) => domainOf(`anyone@${domain}`))
  if (!allowed.includes(domainOf(email)))
    throw invalid('email', `Use your address at ${rule.domains.join(' or ')}, or ask an admin to invite you.`)
}
