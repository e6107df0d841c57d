import { modelSchema } from '../database/model-schema.ts'
import { indexOutbox } from '../outbox/outbox-fields.ts'
import { userSchema } from './user.ts'

export const usersSchema = modelSchema(userSchema)

usersSchema.index({ emailKey: 1 }, { unique: true, sparse: true })
usersSchema.index({ 'slack.team': 1, 'slack.user': 1 }, { sparse: true })
usersSchema.index({ openId: 1 }, { sparse: true })
usersSchema.index({ discord: 1 }, { unique: true, sparse: true })
usersSchema.index({ 'merged.slack.team': 1, 'merged.slack.user': 1 }, { sparse: true })
usersSchema.index({ 'merged.discord': 1 }, { sparse: true })
usersSchema.index({ 'merged.into': 1 }, { sparse: true })
usersSchema.index({ searchKeys: 1 })
usersSchema.index({ role: 1, onDuty: 1, active: 1 })
usersSchema.index({ dutyEndsAt: 1 }, { sparse: true })
usersSchema.index({ dutyChangesAt: 1 }, { sparse: true })
usersSchema.index({ rankChangedAt: 1 }, { sparse: true })
usersSchema.index({ createdAt: 1, _id: 1 })
indexOutbox(usersSchema)
