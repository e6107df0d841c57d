import { createShortLivedCache } from '../../short-lived-cache.ts'
import type { UserStore } from '../user-store.ts'
import { type ApiKey, hashOfSecret, type KeyHolder } from './api-key.ts'
import type { ApiKeyStore } from './api-key-store.ts'

const noteUseEveryMs = 60_000
const max = 10_000

type Keys = Pick<ApiKeyStore, 'noteUse'> & { findByHash: (hash: string) => PromiseLike<ApiKey | null> }

/**
 * Remembers for a second who holds a key. A wrong key is not remembered, since guesses would push out the keys in use.
 * Call `forget` after a change to a user or key.
 */
export function createApiKeyCache(keys: Keys, users: Pick<UserStore, 'find'>, now: () => number = Date.now) {
  const cache = createShortLivedCache(load, { max, now })

  async function load(hash: string): Promise<KeyHolder | undefined> {
    const key = await keys.findByHash(hash)
    if (!key || key.expiresAt.getTime() <= now()) return undefined
    const user = await users.find(key.user)
    if (!user?.active) return undefined
    noteUse(key)
    return { user, apiKey: key._id, until: key.expiresAt, scopes: key.scopes }
  }

  /** Runs in the background. A failure loses nothing that matters. */
  function noteUse({ _id, lastUsedAt }: ApiKey) {
    if (lastUsedAt && now() - lastUsedAt.getTime() < noteUseEveryMs) return
    void keys.noteUse(_id, new Date(now())).catch(() => undefined)
  }

  /** @returns the active owner of a valid key and the key's scopes, else null */
  async function holderOf(secret: string): Promise<KeyHolder | null> {
    const holder = await cache.fetch(hashOfSecret(secret))
    return holder && holder.until.getTime() > now() ? holder : null
  }

  return { holderOf, forget: () => cache.clear() }
}

export type ApiKeyCache = ReturnType<typeof createApiKeyCache>
