import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Acting, ChangedField } from '../trace.ts'
import type { AuditAction, AuditEntry, Origin, StoredAuditEvent } from './audit-entry.ts'
import type { AuditStore } from './audit-store.ts'

type Account = Pick<Acting, '_id' | 'name'>

/** An event for the audit log: who did what to what, and from where. */
export type AuditEvent = {
  actor: Account | null
  action: AuditAction
  about: AuditEntry['about']
  origin: Origin
  changes?: ChangedField[]
  note?: string | null
}

const personOf = ({ _id, name }: Account) => ({ id: _id, name })

export const storedEvent = ({
  actor,
  action,
  about,
  origin,
  changes = [],
  note = null,
}: AuditEvent): StoredAuditEvent => ({
  actor: actor && personOf(actor),
  action,
  about,
  from: { surface: origin.surface, address: origin.address },
  changes,
  note,
})

/**
 * Writes an event to the audit log before the caller gets an answer. Use it for actions that change no document with an
 * outbox; all others use `auditEffect`.
 * @throws when the database fails; the process log then names the missing event
 */
export async function recordAuditEvent(
  desk: { audit: AuditStore; now: () => Date; log: Log },
  event: AuditEvent,
): Promise<void> {
  const stored = storedEvent(event)
  try {
    await desk.audit.insert({ _id: newId(), ...stored, createdAt: desk.now() })
  } catch (error) {
    const { action, actor, about } = stored
    desk.log.error({ err: error, action, actor: actor?.id, about: about?.id }, 'audit entry lost')
    throw error
  }
}

export const aboutUser = (user: Account) => ({ kind: 'user' as const, ...personOf(user) })

/** The fields whose values differ. @param set the new values */
export const changesOf = <T extends object>(before: T, set: Partial<T>): ChangedField[] =>
  Object.entries(set)
    .map(([field, to]) => ({ field, from: before[field as keyof T] ?? null, to: to ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
