import { inIndexOrder, isDuplicate, retryContention } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { ApiKey } from './api-key.ts'

const notRevoked = { endedAt: { $exists: false } } as const

/** All queries on API keys. A revoked key is marked, and the database removes it later. */
export function createApiKeyStore({ apiKeys }: Pick<Database, 'apiKeys'>, now: () => Date) {
  const ended = () => ({ $set: { endedAt: now() }, $unset: { slot: 1 as const } })
  return {
    /** @returns false when another key has the slot */
    insert: async (key: ApiKey & { slot: string }): Promise<boolean> => {
      try {
        await retryContention(() => apiKeys.create(key))
        return true
      } catch (error) {
        if (!isDuplicate(error)) throw error
        return false
      }
    },
    /** @returns null also for a revoked key */
    findByHash: async (hash: string): Promise<ApiKey | null> => {
      const found = await apiKeys.findOne({ hash }).lean<ApiKey>()
      return found?.endedAt ? null : found
    },
    /** The user's newest keys, including expired ones. */
    listOf: (user: string, limit: number) =>
      inIndexOrder(apiKeys.find({ user, ...notRevoked }), { user: 1, createdAt: -1 }, { createdAt: -1 })
        .limit(limit)
        .lean<ApiKey[]>(),
    /** @returns the revoked key, null when it does not exist or belongs to someone else */
    revokeOf: (user: string, id: string) =>
      apiKeys.findOneAndUpdate({ _id: id, user, ...notRevoked }, ended()).lean<ApiKey>(),
    revokeAllOf: (user: string) => apiKeys.updateMany({ user, ...notRevoked }, ended()),
    revokeBefore: (user: string, before: Date) =>
      apiKeys.updateMany({ user, createdAt: { $lt: before }, ...notRevoked }, ended()),
    noteUse: async (id: string, at: Date) => {
      await apiKeys.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>
