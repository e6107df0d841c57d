import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** The number of attempts for one key. The count restarts at `expiresAt`. */
const attemptCountSchema = z.object({ _id: z.string(), count: z.number().int(), expiresAt: z.date() })
export type AttemptCount = z.infer<typeof attemptCountSchema>

export const attemptsSchema = modelSchema(attemptCountSchema)
attemptsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
