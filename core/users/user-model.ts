import { Schema } from 'mongoose'
import { indexOutbox, outboxFields } from '../outbox/outbox-fields.ts'
import type { User } from './user.ts'

const { Mixed } = Schema.Types

export const usersSchema = new Schema<User>(
  {
    _id: String,
    email: String,
    emailKey: String,
    emailVerified: Boolean,
    pending: [Mixed],
    name: String,
    searchKeys: [String],
    role: String,
    active: Boolean,
    rankChangedAt: Date,
    passwordHash: String,
    skills: [String],
    capacity: Number,
    onDuty: Boolean,
    slack: Mixed,
    discord: String,
    notifications: Mixed,
    unlinked: { type: [String], default: undefined },
    merged: Mixed,
    lastAssignedAt: Date,
    ...outboxFields,
    createdAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

usersSchema.index({ emailKey: 1 }, { unique: true, sparse: true })
usersSchema.index({ 'slack.team': 1, 'slack.user': 1 }, { sparse: true })
usersSchema.index({ discord: 1 }, { unique: true, sparse: true })
usersSchema.index({ 'merged.slack.team': 1, 'merged.slack.user': 1 }, { sparse: true })
usersSchema.index({ 'merged.discord': 1 }, { sparse: true })
usersSchema.index({ 'merged.into': 1 }, { sparse: true })
usersSchema.index({ searchKeys: 1 })
usersSchema.index({ role: 1, onDuty: 1, active: 1 })
usersSchema.index({ rankChangedAt: 1 }, { sparse: true })
usersSchema.index({ createdAt: 1, _id: 1 })
indexOutbox(usersSchema)
