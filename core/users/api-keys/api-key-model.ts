import { modelSchema } from '../../database/model-schema.ts'
import { endedSessionSeconds } from '../sign-in/session-model.ts'
import { apiKeySchema } from './api-key.ts'

/** How long the owner still sees an expired key. */
const keptExpiredSeconds = 30 * 24 * 3_600

export const apiKeysSchema = modelSchema(apiKeySchema)
apiKeysSchema.index({ hash: 1 }, { unique: true })
apiKeysSchema.index({ user: 1, createdAt: -1 })
apiKeysSchema.index({ slot: 1 }, { unique: true, sparse: true })
apiKeysSchema.index({ expiresAt: 1 }, { expireAfterSeconds: keptExpiredSeconds })
apiKeysSchema.index({ endedAt: 1 }, { expireAfterSeconds: endedSessionSeconds, sparse: true })
