import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** The attempts for one key. The count restarts at `expiresAt`. Counts from before delays have no `retryAt`. */
const attemptCountSchema = z.object({
  _id: z.string(),
  count: z.number().int(),
  delayMs: z.number().optional().describe('the pause after the last attempt'),
  retryAt: z.date().optional().describe('when the next attempt may begin'),
  last: z.string().optional().describe('id of the last attempt that was let through'),
  expiresAt: z.date(),
})
export type AttemptCount = z.infer<typeof attemptCountSchema>

export const attemptsSchema = modelSchema(attemptCountSchema)
attemptsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
