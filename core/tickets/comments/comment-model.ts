import { modelSchema } from '../../database/model-schema.ts'
import { commentSchema } from './comment.ts'

export const commentsSchema = modelSchema(commentSchema)

commentsSchema.index({ ticket: 1, createdAt: 1, _id: 1 })
commentsSchema.index({ 'author.id': 1 })
commentsSchema.index({ 'relayed.discord': 1 }, { sparse: true })
commentsSchema.index({ 'relayed.discordRequester': 1 }, { sparse: true })
