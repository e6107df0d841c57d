import { z } from 'zod'
import { surfaces } from '../surface-names.ts'
import { changedFieldSchema, personSchema } from '../trace.ts'

export const auditActions = [
  'signed-in',
  'sign-in-failed',
  'sessions-ended',
  'password-changed',
  'password-reset-asked',
  'sign-in-link-asked',
  'link-followed',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'second-factor-failed',
  'recovery-code-used',
  'recovery-codes-made',
  'account-created',
  'account-invited',
  'account-changed',
  'account-merged',
  'api-key-created',
  'api-key-revoked',
  'ticket-deleted',
  'catalog-changed',
  'canned-reply-changed',
  'delivery-resent',
  'triage-training-asked',
  'triage-model-used',
] as const

/** Where a request came from: the surface, the network address, and the user agent. */
export type Origin = {
  surface: (typeof auditSurfaces)[number]
  address: string | null
  agent: string | null
}

const auditSurfaces = [...surfaces, 'terminal'] as const

/** An action by an admin, or one that concerns somebody's access. */
export const auditEventSchema = z.object({
  actor: personSchema.nullable().describe('null: unknown to the desk'),
  action: z.enum(auditActions),
  about: z
    .object({
      kind: z.enum(['user', 'ticket', 'api-key', 'skill', 'category', 'canned-reply', 'triage-model']),
      id: z.string(),
      name: z.string(),
    })
    .nullable()
    .describe('the account, ticket or key that was affected'),
  from: z.object({ surface: z.enum(auditSurfaces), address: z.string().nullable() }),
  changes: z.array(changedFieldSchema).describe('old and new values; never a secret'),
  note: z.string().nullable(),
})

/** An entry never changes once it is written. */
export const auditEntrySchema = auditEventSchema.extend({ _id: z.string(), createdAt: z.date() })

export type StoredAuditEvent = z.infer<typeof auditEventSchema>
export type AuditEntry = z.infer<typeof auditEntrySchema>
export type AuditAction = AuditEntry['action']
