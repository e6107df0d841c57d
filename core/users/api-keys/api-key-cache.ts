import type { UserStore } from '../user-store.ts'
import { type ApiKey, hashOfSecret, type KeyHolder } from './api-key.ts'
import type { ApiKeyStore } from './api-key-store.ts'

const freshForMs = 1_000
const noteUseEveryMs = 60_000
const maxEntries = 10_000

type Keys = Pick<ApiKeyStore, 'noteUse'> & { findByHash: (hash: string) => PromiseLike<ApiKey | null> }
type Entry = { holder: KeyHolder; until: number }

/**
 * Who holds a key, remembered for a second, as the session cache does for sessions. What is no key is not remembered:
 * whoever guesses would only push out those that are.
 */
export function createApiKeyCache(keys: Keys, users: Pick<UserStore, 'find'>, now: () => number = Date.now) {
  const known = new Map<string, Entry>()
  let epoch = 0

  async function load(hash: string): Promise<KeyHolder | null> {
    const startedIn = epoch
    const key = await keys.findByHash(hash)
    if (!key || key.expiresAt.getTime() <= now()) return null
    const user = await users.find(key.user)
    if (!user?.active) return null
    const holder = { user, apiKey: key._id, until: key.expiresAt, scopes: key.scopes }
    if (startedIn === epoch) remember(hash, holder, key.expiresAt.getTime())
    noteUse(key)
    return holder
  }

  function remember(hash: string, holder: KeyHolder, expires: number) {
    if (known.size >= maxEntries) known.clear()
    known.set(hash, { holder, until: Math.min(now() + freshForMs, expires) })
  }

  /** Nobody waits for it, and nothing is lost if it fails. */
  function noteUse({ _id, lastUsedAt }: ApiKey) {
    if (lastUsedAt && now() - lastUsedAt.getTime() < noteUseEveryMs) return
    void keys.noteUse(_id, new Date(now())).catch(() => undefined)
  }

  /** @returns the active owner of a key that is still good, and its scopes; else null */
  async function holderOf(secret: string): Promise<KeyHolder | null> {
    const hash = hashOfSecret(secret)
    const entry = known.get(hash)
    return entry && entry.until > now() ? entry.holder : load(hash)
  }

  function forget() {
    epoch++
    known.clear()
  }

  return { holderOf, forget }
}

export type ApiKeyCache = ReturnType<typeof createApiKeyCache>
