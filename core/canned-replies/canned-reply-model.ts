import { modelSchema } from '../database/model-schema.ts'
import { cannedReplySchema } from './canned-reply.ts'

export const cannedRepliesSchema = modelSchema(cannedReplySchema)
cannedRepliesSchema.index({ nameKey: 1 }, { unique: true })
