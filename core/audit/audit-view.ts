import { z } from 'zod'
import { type AuditEntry, auditEntrySchema } from './audit-entry.ts'

/** An audit entry as the API returns it. */
export const auditViewSchema = auditEntrySchema
  .omit({ _id: true, createdAt: true })
  .extend({ id: z.string(), at: z.iso.datetime() })

export const auditViewOf = ({ _id, createdAt, ...entry }: AuditEntry): z.infer<typeof auditViewSchema> => ({
  id: _id,
  at: createdAt.toISOString(),
  ...entry,
})
