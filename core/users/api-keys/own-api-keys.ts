import { z } from 'zod'
import type { AuditEntry, Origin } from '../../audit/audit-entry.ts'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { conflict, forbidden, notFound } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { assertRecentPassword } from '../sign-in/confirm-password.ts'
import type { Actor } from '../user.ts'
import { type ApiKey, apiKeyNameSchema, apiKeySchema, newSecret } from './api-key.ts'

const maxKeys = 50
const dayMs = 24 * 3_600_000

export const newApiKeySchema = z.strictObject({
  name: apiKeyNameSchema.describe('purpose'),
  scopes: apiKeySchema.shape.scopes,
  expiresInDays: z.number().int().min(1).max(365).default(90),
  password: z.string().max(1_000).optional().describe('needed an hour after signing in'),
})

/**
 * Creates a key from a session. The key outlasts it, so an older session has to give the password.
 * @throws as `createApiKey`; invalid at `password` an hour after signing in; too-many
 */
export async function createApiKeyInSession(
  desk: Desk,
  { user, session }: { user: Actor; session: string },
  input: z.infer<typeof newApiKeySchema>,
  origin: Origin,
) {
  await assertRecentPassword(desk, user, session, input.password)
  return createApiKey(desk, user, input, origin)
}

/**
 * Creates a key for one's own programs.
 * @returns the key and its secret, which can't be read again
 * @throws forbidden; conflict for the 51st key; too-many
 */
export async function createApiKey(
  desk: Desk,
  actor: Actor,
  { name, scopes, expiresInDays }: z.infer<typeof newApiKeySchema>,
  origin: Origin,
): Promise<{ key: ApiKey; secret: string }> {
  if (scopes.includes('admin') && actor.role !== 'admin')
    throw forbidden('Only admins can create keys with the scope admin.')
  await desk.limits.take(actor, 'changes')
  const { secret, hash, start } = newSecret()
  const createdAt = desk.now()
  const key = await insertInFreeSlot(desk, {
    _id: newId(),
    hash,
    user: actor._id,
    name,
    start,
    scopes: [...new Set(scopes)],
    createdAt,
    expiresAt: new Date(createdAt.getTime() + expiresInDays * dayMs),
    lastUsedAt: null,
  })
  const changes = [{ field: 'scopes', from: null, to: key.scopes }]
  await recordAuditEvent(desk, { actor, action: 'api-key-created', about: aboutKey(key), origin, changes })
  return { key, secret }
}

/**
 * Each key has a slot of its own, so simultaneous requests can't exceed the limit. Keys from before there were slots
 * count as well.
 */
async function insertInFreeSlot({ apiKeys }: Pick<Desk, 'apiKeys'>, fresh: ApiKey): Promise<ApiKey> {
  for (;;) {
    const keys = await apiKeys.listOf(fresh.user, 2 * maxKeys)
    const taken = new Set(keys.flatMap(({ slot }) => slot ?? []))
    const slots = Array.from({ length: maxKeys - keys.length + taken.size }, (_, n) => `${fresh.user}:${n}`)
    const free = slots.filter((slot) => !taken.has(slot))
    const slot = free[Math.floor(Math.random() * free.length)]
    if (!slot) throw conflict(`You have ${maxKeys} keys. Revoke one first.`)
    const key = { ...fresh, slot }
    if (await apiKeys.insert(key)) return key
  }
}

/** One's own keys, newest first, at most 50. Expired ones are listed for 30 days. */
export const listApiKeys = (desk: Pick<Desk, 'apiKeys'>, actor: Actor) =>
  desk.apiKeys.listOf(actor._id, maxKeys)

/** @throws not-found when the key does not exist or belongs to someone else */
export async function revokeApiKey(desk: Desk, actor: Actor, id: string, origin: Origin): Promise<void> {
  const key = await desk.apiKeys.revokeOf(actor._id, id)
  if (!key) throw notFound('API key')
  desk.apiKeyCache.forget()
  await recordAuditEvent(desk, { actor, action: 'api-key-revoked', about: aboutKey(key), origin })
}

const aboutKey = ({ _id, name }: ApiKey): AuditEntry['about'] => ({ kind: 'api-key', id: _id, name })

/** What the API returns of a key, without the secret and its hash. */
export const apiKeyViewSchema = apiKeySchema.pick({ name: true, start: true, scopes: true }).extend({
  id: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('to the minute'),
})

export const apiKeyViewOf = (key: ApiKey): z.infer<typeof apiKeyViewSchema> => ({
  id: key._id,
  name: key.name,
  start: key.start,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})
