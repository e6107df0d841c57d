import type { AccountEffect } from '../../outbox/entry.ts'

/** The mail about a new account, with a link for setting a password. */
export const invitation: AccountEffect = { queue: 'mail', kind: 'account-mail', topic: 'account-created' }
