import { z } from 'zod'
import type { SlackHandle } from '../handles/handles.ts'
import { emailSchema } from '../user.ts'
import { OpenIdRefusal } from './problem.ts'

/** What a provider says of a person. `key` identifies them for good: names and addresses change. */
export type Identity = {
  key: string
  email: string
  name: string
  /** the provider has asked for more than one factor */
  hasSecondFactor: boolean
  slack: SlackHandle | null
}

/** OpenID Connect Core 1.0, 5.1. Some providers send `email_verified` as text. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  amr: z.array(z.string()).optional().catch(undefined),
  'https://slack.com/user_id': z.string().optional(),
  'https://slack.com/team_id': z.string().optional(),
})

/**
 * Reads the claims of an ID token whose signature is checked. An address that the provider has not confirmed may be
 * anybody's. `mfa` alone says that several factors were asked for (RFC 8176); `otp` and `hwk` may stand for a single one.
 * @throws OpenIdRefusal
 */
export function identityOf(claims: unknown): Identity {
  const read = claimsSchema.safeParse(claims)
  if (!read.success) throw new OpenIdRefusal('untrusted', 'The ID token lacks claims.')
  const { iss, sub, email, email_verified, name, amr = [] } = read.data
  const address = emailSchema.safeParse(email?.trim())
  const confirmed = email_verified === true || email_verified === 'true'
  if (!address.success || !confirmed) throw new OpenIdRefusal('unconfirmed-address')
  const [user, team] = [read.data['https://slack.com/user_id'], read.data['https://slack.com/team_id']]
  return {
    key: `${iss} ${sub}`,
    email: address.data,
    name: name ?? '',
    hasSecondFactor: amr.includes('mfa'),
    slack: user && team ? { team, user } : null,
  }
}
