import type { AccountEffect } from '../../outbox/entry.ts'

/** The mail that tells somebody of their account, with a link to set a password. */
export const invitation: AccountEffect = { queue: 'mail', kind: 'account-mail', topic: 'account-created' }
