import type { Desk } from '../desk.ts'
import { forbidden } from '../errors.ts'
import type { Acting } from '../trace.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { AuditPage } from './audit-store.ts'

/** One page of the audit log, newest first. @throws forbidden unless admin */
export async function listAudit(
  desk: Pick<Desk, 'audit'>,
  actor: Pick<Acting, 'role'>,
  page: AuditPage,
): Promise<AuditEntry[]> {
  if (actor.role !== 'admin') throw forbidden('Only admins read the audit log.')
  return desk.audit.list(page)
}
