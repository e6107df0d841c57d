import { alongIndex } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { ApiKey } from './api-key.ts'

const living = { endedAt: { $exists: false } } as const

/** All queries on API keys. One that is revoked is marked, as sessions are, and removed by the database later. */
export function createApiKeyStore({ apiKeys }: Pick<Database, 'apiKeys'>, now: () => Date) {
  const ended = () => ({ $set: { endedAt: now() } })
  return {
    insert: async (key: ApiKey) => {
      await apiKeys.create(key)
    },
    /** @returns null also for one that was revoked */
    findByHash: async (hash: string): Promise<ApiKey | null> => {
      const found = await apiKeys.findOne({ hash }).lean<ApiKey>()
      return found?.endedAt ? null : found
    },
    /** Somebody's newest keys, expired ones too. */
    listOf: (user: string, limit: number) =>
      alongIndex(apiKeys.find({ user, ...living }), { user: 1, createdAt: -1 }, { createdAt: -1 })
        .limit(limit)
        .lean<ApiKey[]>(),
    /** @returns the revoked key; null when it wasn't there or theirs */
    revokeOf: (user: string, id: string) =>
      apiKeys.findOneAndUpdate({ _id: id, user, ...living }, ended()).lean<ApiKey>(),
    revokeAllOf: (user: string) => apiKeys.updateMany({ user, ...living }, ended()),
    noteUse: async (id: string, at: Date) => {
      await apiKeys.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>
