import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { lineSchema } from '../../text/line.ts'
import type { User } from '../user.ts'

export const apiKeyScopes = ['tickets:read', 'tickets:write', 'users:read', 'admin'] as const
export type ApiKeyScope = (typeof apiKeyScopes)[number]

export const apiKeyNameSchema = lineSchema(1, 80, 'Enter a name.')

export const apiKeyPrefix = 'dk_'
const shownCharacters = apiKeyPrefix.length + 5

/** A key for programs. Its scopes limit what it may do, and it never may more than its owner. */
export const apiKeySchema = z.object({
  _id: z.string(),
  hash: z.string().describe('SHA-256 of the secret'),
  user: z.string(),
  name: z.string(),
  start: z.string().describe('the first characters, to tell keys apart'),
  scopes: z.array(z.enum(apiKeyScopes)).min(1, 'Choose at least one scope.').max(apiKeyScopes.length),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable().describe('to the minute'),
  slot: z
    .string()
    .optional()
    .describe('<user id>:<number>, unique, so that nobody has more keys than slots; absent once revoked'),
  endedAt: z.date().optional().describe('revoked'),
})
export type ApiKey = z.infer<typeof apiKeySchema>

/** The user of a key and its scopes. `apiKey` is the key's id, `until` its expiry. */
export type KeyHolder = { user: User; apiKey: string; until: Date; scopes: readonly ApiKeyScope[] }

/** 32 random bytes can't be guessed, so a plain hash is enough. */
export function newSecret() {
  const secret = `${apiKeyPrefix}${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashOfSecret(secret), start: secret.slice(0, shownCharacters) }
}

export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')
