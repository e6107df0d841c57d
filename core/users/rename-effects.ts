import type { AccountEffect } from '../outbox/entry.ts'
import type { User } from './user.ts'

/** What a new name causes: lists that are sorted by people follow it. */
export const renameEffects = (user: Pick<User, 'name'>, name: string | undefined): AccountEffect[] =>
  name === undefined || name === user.name ? [] : [{ queue: 'maintenance', kind: 'rename' }]
