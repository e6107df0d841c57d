import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Database } from '../../open-database.ts'
import type { Link, LinkPurpose } from '../sign-in/session-model.ts'

const codeLifetimeMs = 10 * 60_000

const lifetimeMs: Record<LinkPurpose, number> = {
  setup: 24 * 3_600_000,
  invite: 7 * 24 * 3_600_000,
  confirm: 24 * 3_600_000,
  reset: 3_600_000,
  'sign-in': 15 * 60_000,
  'slack-sign-in': 10 * 60_000,
  discord: codeLifetimeMs,
  slack: codeLifetimeMs,
}

/** Without letters and digits that look alike. */
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const linkSecret = () => randomBytes(32).toString('base64url')
const shortCode = () => Array.from({ length: 10 }, () => codeLetters[randomInt(codeLetters.length)]).join('')

/** Stores single-use secrets as hashes. */
export function createLinkStore({ links }: Pick<Database, 'links'>, now: () => Date) {
  /** @returns the secret, which can't be read again. For a chat it is a short code to type. */
  async function create(
    purpose: LinkPurpose,
    target: Pick<Link, 'user' | 'pending' | 'next' | 'slack'>,
  ): Promise<string> {
    const secret = purpose === 'discord' || purpose === 'slack' ? shortCode() : linkSecret()
    const expiresAt = new Date(now().getTime() + lifetimeMs[purpose])
    await links.create({ _id: hashOf(secret), purpose, ...target, expiresAt })
    return secret
  }

  const live = (secret: string) => ({ _id: hashOf(secret), expiresAt: { $gt: now() } })

  const peek = (secret: string) => links.findOne(live(secret)).lean<Link>()

  /** Removes the link and returns it. When two use it at once, one gets null. */
  const redeem = (secret: string, purposes: LinkPurpose[]) =>
    links.findOneAndDelete({ ...live(secret), purpose: { $in: purposes } }).lean<Link>()

  const removeAll = (purpose: LinkPurpose, user: string | null) => links.deleteMany({ purpose, user })

  const removeAllOf = (user: string) => links.deleteMany({ user })

  return { create, peek, redeem, removeAll, removeAllOf }
}

export type LinkStore = ReturnType<typeof createLinkStore>
