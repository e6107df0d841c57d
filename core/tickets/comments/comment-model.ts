import { modelSchema } from '../../database/model-schema.ts'
import { commentPlaces, commentSchema } from './comment.ts'

export const commentsSchema = modelSchema(commentSchema)

commentsSchema.index({ ticket: 1, createdAt: 1, _id: 1 })
commentsSchema.index({ 'author.id': 1 })
for (const place of commentPlaces) commentsSchema.index({ [`relayed.${place}`]: 1 }, { sparse: true })
