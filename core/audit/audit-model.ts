import { Schema } from 'mongoose'
import type { AuditEntry } from './audit-entry.ts'

const { Mixed } = Schema.Types

export const auditSchema = new Schema<AuditEntry>(
  {
    _id: String,
    actor: Mixed,
    action: String,
    about: Mixed,
    from: Mixed,
    changes: [Mixed],
    note: String,
    createdAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

// one for the plain list, one for each filter, all in the list's order
auditSchema.index({ createdAt: -1, _id: -1 })
auditSchema.index({ 'actor.id': 1, createdAt: -1, _id: -1 })
auditSchema.index({ 'about.id': 1, createdAt: -1, _id: -1 })
auditSchema.index({ action: 1, createdAt: -1, _id: -1 })
