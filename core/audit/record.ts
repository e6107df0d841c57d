import type { Desk } from '../desk.ts'
import { newId } from '../ids.ts'
import type { ChangedField } from '../tickets/ticket.ts'
import { type Actor, personOf } from '../users/user.ts'
import type { AuditAction, AuditEntry, Origin } from './audit-entry.ts'

export type Deed = {
  actor: Actor | null
  action: AuditAction
  about: AuditEntry['about']
  origin: Origin
  changes?: ChangedField[]
  note?: string | null
}

/**
 * Writes down what was done, right after it was. If the database is away in between, whoever did it sees an error
 * and the process log says what is missing here.
 */
export async function record(desk: Pick<Desk, 'audit' | 'now' | 'log'>, deed: Deed): Promise<void> {
  const { actor, action, about, origin, changes = [], note = null } = deed
  const from = { surface: origin.surface, address: origin.address }
  const by = actor && personOf(actor)
  const entry = { _id: newId(), actor: by, action, about, from, changes, note, createdAt: desk.now() }
  try {
    await desk.audit.insert(entry)
  } catch (error) {
    desk.log.error({ err: error, action, actor: by?.id, about: about?.id }, 'the audit log lacks this')
    throw error
  }
}

export const aboutUser = (user: Actor) => ({ kind: 'user' as const, ...personOf(user) })

/** What differs, field by field. @param set new values; the old ones are looked up */
export const changesOf = <T extends object>(before: T, set: Partial<T>): ChangedField[] =>
  Object.entries(set)
    .map(([field, to]) => ({ field, from: before[field as keyof T] ?? null, to: to ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
