import { Schema } from 'mongoose'

/** How many attempts there were under one key, and when their counting begins anew. */
export type AttemptCount = { _id: string; count: number; expiresAt: Date }

export const attemptsSchema = new Schema<AttemptCount>(
  { _id: String, count: Number, expiresAt: Date },
  { versionKey: false },
)
attemptsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
