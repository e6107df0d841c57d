import { z } from 'zod'
import { auditActions } from '../../core/audit/audit-entry.ts'
import { auditViewOf, auditViewSchema } from '../../core/audit/audit-view.ts'
import { listAudit } from '../../core/audit/list-audit.ts'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { exampleAuditEntry } from '../examples/accounts.ts'
import { cursorsOf, nextSchema, pageQuery } from '../pages.ts'
import { route } from '../route.ts'

const timeSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()

const auditQuery = z.strictObject({
  ...pageQuery,
  actor: idSchema.optional().describe('id of the actor'),
  action: z.enum(auditActions).optional(),
  about: idSchema.optional().describe('id of the affected account, ticket or API key'),
  from: timeSchema.describe('at or after this time'),
  to: timeSchema.describe('before'),
})

/** The audit log, for admins. No route changes it. */
export const auditRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/audit',
    summary: 'Audit log: admin actions and sign-ins, newest first (admins)',
    tag: 'Audit',
    access: 'signed-in',
    scope: 'admin',
    query: auditQuery,
    successes: {
      200: {
        description: 'One page.',
        schema: z.object({ entries: z.array(auditViewSchema), next: nextSchema }),
        example: { entries: [exampleAuditEntry], next: null },
      },
    },
    refusals: ['forbidden'],
    handle: async ({ caller, query: { after, limit, ...query } }) => {
      const cursors = cursorsOf(desk, 'audit')
      const page = { ...query, after: cursors.read(caller, after), limit: limit + 1 }
      const { rows, next } = cursors.page(caller, await listAudit(desk, caller.user, page), limit)
      return { status: 200, body: { entries: rows.map(auditViewOf), next } }
    },
  }),
]
