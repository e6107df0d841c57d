import { Schema } from 'mongoose'
import type { Comment } from './comment.ts'

const { Mixed } = Schema.Types

export const commentsSchema = new Schema<Comment>(
  {
    _id: String,
    ticket: String,
    author: Mixed,
    fromRequester: Boolean,
    fromStaff: Boolean,
    body: String,
    visibility: String,
    mentions: { type: [Mixed], default: undefined },
    surface: String,
    relayed: Mixed,
    version: Number,
    edits: { type: [Mixed], default: undefined },
    editedAt: Date,
    deleted: Mixed,
    createdAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

commentsSchema.index({ ticket: 1, createdAt: 1, _id: 1 })
commentsSchema.index({ 'author.id': 1 })
commentsSchema.index({ 'relayed.discord': 1 }, { sparse: true })
