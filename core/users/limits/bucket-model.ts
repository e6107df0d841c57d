import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** What is left of one person's allowance of one kind. A missing bucket is full. */
const storedBucketSchema = z.object({
  _id: z.string().describe('<kind>:<user id>'),
  level: z.number(),
  at: z.number().describe('when it held that much, in milliseconds since 1970'),
  expiresAt: z.date().describe('when it is full again at the latest'),
})
export type StoredBucket = z.infer<typeof storedBucketSchema>

export const bucketsSchema = modelSchema(storedBucketSchema)
bucketsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
