import type { Effect } from '../../outbox/entry.ts'

/** The mail about a new account, with a link for setting a password. */
export const invitation: Effect = { queue: 'mail', kind: 'notify', about: 'account-created' }
