import type { Effect } from '../../outbox/entry.ts'

/** The mail that tells somebody of their account, with a link to set a password. */
export const invitation: Effect = { queue: 'mail', kind: 'account-mail', topic: 'account-created' }
