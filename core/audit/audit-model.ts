import { modelSchema } from '../database/model-schema.ts'
import { auditEntrySchema } from './audit-entry.ts'

export const auditSchema = modelSchema(auditEntrySchema)

// one index for the unfiltered list and one for each filter, all in the list's order
auditSchema.index({ createdAt: -1, _id: -1 })
auditSchema.index({ 'actor.id': 1, createdAt: -1, _id: -1 })
auditSchema.index({ 'about.id': 1, createdAt: -1, _id: -1 })
auditSchema.index({ action: 1, createdAt: -1, _id: -1 })
