import { Schema } from 'mongoose'

/** The number of attempts for one key. The count restarts at `expiresAt`. */
export type AttemptCount = { _id: string; count: number; expiresAt: Date }

export const attemptsSchema = new Schema<AttemptCount>(
  { _id: String, count: Number, expiresAt: Date },
  { versionKey: false },
)
attemptsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
