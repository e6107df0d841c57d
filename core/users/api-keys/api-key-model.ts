import { Schema } from 'mongoose'
import { keptEndedSeconds } from '../sign-in/session-model.ts'
import type { ApiKey } from './api-key.ts'

/** How long the owner still sees an expired key. */
const keptExpiredSeconds = 30 * 24 * 3_600

export const apiKeysSchema = new Schema<ApiKey>(
  {
    _id: String,
    hash: String,
    user: String,
    name: String,
    start: String,
    scopes: [String],
    createdAt: Date,
    expiresAt: Date,
    lastUsedAt: Date,
    endedAt: Date,
  },
  { versionKey: false },
)
apiKeysSchema.index({ hash: 1 }, { unique: true })
apiKeysSchema.index({ user: 1, createdAt: -1 })
apiKeysSchema.index({ expiresAt: 1 }, { expireAfterSeconds: keptExpiredSeconds })
apiKeysSchema.index({ endedAt: 1 }, { expireAfterSeconds: keptEndedSeconds, sparse: true })
