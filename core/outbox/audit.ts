import type { AuditStore } from '../audit/audit-store.ts'
import { type AuditEvent, storedEvent } from '../audit/record-audit-event.ts'
import { idFromKey } from '../ids.ts'
import type { Log } from '../log.ts'
import type { EffectOf, OutboxEntry, RecordEntry } from './entry.ts'

/** The audit entry of a change. The change's own update stores it, so neither exists without the other. */
export const auditEffect = (event: AuditEvent): EffectOf<RecordEntry> => ({
  queue: 'maintenance',
  kind: 'record',
  event: storedEvent(event),
})

/** Writes the event of an outbox entry to the audit log. Writing it again changes nothing. */
export const writeAuditEntry = ({ audit }: { audit: AuditStore }, { id, at, event }: RecordEntry) =>
  audit.insert({ _id: idFromKey(`audit:${id}`), ...event, createdAt: at })

/** Writes the audit entries of a change before its caller gets an answer. What fails stays in the outbox. */
export async function writeAuditNow(
  desk: { audit: AuditStore; log: Log },
  { outbox }: { outbox: OutboxEntry[] },
): Promise<void> {
  try {
    for (const entry of outbox) if (entry.kind === 'record') await writeAuditEntry(desk, entry)
  } catch (error) {
    desk.log.warn({ err: error }, 'audit entry delayed')
  }
}
