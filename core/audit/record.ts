import type { Desk } from '../desk.ts'
import { idOf, newId } from '../ids.ts'
import type { Acting, ChangedField } from '../trace.ts'
import type { AuditAction, AuditEntry, Origin, StoredAuditEvent } from './audit-entry.ts'

type Account = Pick<Acting, '_id' | 'name'>

export type Deed = {
  actor: Account | null
  action: AuditAction
  about: AuditEntry['about']
  origin: Origin
  changes?: ChangedField[]
  note?: string | null
}

const personOf = ({ _id, name }: Account) => ({ id: _id, name })

const storedEvent = ({
  actor,
  action,
  about,
  origin,
  changes = [],
  note = null,
}: Deed): StoredAuditEvent => ({
  actor: actor && personOf(actor),
  action,
  about,
  from: { surface: origin.surface, address: origin.address },
  changes,
  note,
})

/**
 * Writes down what was done, before whoever did it has their answer: for what changes no document that could owe it.
 * If the database is away in between, they see an error and the process log says what is missing here.
 */
export async function record(desk: Pick<Desk, 'audit' | 'now' | 'log'>, deed: Deed): Promise<void> {
  const written = storedEvent(deed)
  try {
    await desk.audit.insert({ _id: newId(), ...written, createdAt: desk.now() })
  } catch (error) {
    const { action, actor, about } = written
    desk.log.error({ err: error, action, actor: actor?.id, about: about?.id }, 'the audit log lacks this')
    throw error
  }
}

/** What a change owes the audit log. It is part of the change's own write, so that nothing can come in between. */
export const auditEffect = (deed: Deed) => ({
  queue: 'maintenance' as const,
  kind: 'record' as const,
  deed: storedEvent(deed),
})

/** As much of an outbox entry as matters here. */
type Entry = { id: string; at: Date; deed?: StoredAuditEvent | undefined }

/** Writes an owed deed into the audit log, once however often it is done. */
export async function recordOwed({ audit }: Pick<Desk, 'audit'>, { id, at, deed }: Entry): Promise<void> {
  if (deed) await audit.insert({ _id: idOf(`audit:${id}`), ...deed, createdAt: at })
}

/** Writes what a change has just owed, so that it is there when the answer is. What fails here stays owed. */
export async function writeAuditNow(
  desk: Pick<Desk, 'audit' | 'log'>,
  { outbox }: { outbox: Entry[] },
): Promise<void> {
  try {
    for (const owed of outbox) await recordOwed(desk, owed)
  } catch (error) {
    desk.log.warn({ err: error }, 'the audit log has to wait for this')
  }
}

export const aboutUser = (user: Account) => ({ kind: 'user' as const, ...personOf(user) })

/** What differs, field by field. @param set new values; the old ones are looked up */
export const changesOf = <T extends object>(before: T, set: Partial<T>): ChangedField[] =>
  Object.entries(set)
    .map(([field, to]) => ({ field, from: before[field as keyof T] ?? null, to: to ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
