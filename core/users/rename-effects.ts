import type { AccountEffect } from '../outbox/entry.ts'
import type { User } from './user.ts'

type Known = Pick<User, 'name'> & Partial<Pick<User, 'email'>>

/** What a new name or address causes: lists that are sorted by people, and searches, follow it. */
export function renameEffects(
  user: Known,
  name: string | undefined,
  email: string | null | undefined = user.email,
): AccountEffect[] {
  const renamed = name !== undefined && name !== user.name
  return renamed || email !== user.email ? [{ queue: 'maintenance', kind: 'rename' }] : []
}
