import type { Database } from '../../database/connect.ts'
import type { ApiKey } from './api-key.ts'

/** All queries on API keys. */
export const createApiKeyStore = ({ apiKeys }: Pick<Database, 'apiKeys'>) => ({
  insert: async (key: ApiKey) => {
    await apiKeys.create(key)
  },
  findByHash: (hash: string) => apiKeys.findOne({ hash }).lean<ApiKey>(),
  /** Somebody's newest keys, expired ones too. */
  listOf: (user: string, limit: number) =>
    apiKeys
      .find({ user })
      .sort({ createdAt: -1 })
      .hint({ user: 1, createdAt: -1 })
      .limit(limit)
      .lean<ApiKey[]>(),
  /** @returns the key that is gone now; null when it wasn't there or theirs */
  removeOf: (user: string, id: string) => apiKeys.findOneAndDelete({ _id: id, user }).lean<ApiKey>(),
  removeAllOf: (user: string) => apiKeys.deleteMany({ user }),
  noteUse: async (id: string, at: Date) => {
    await apiKeys.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
  },
})

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>
