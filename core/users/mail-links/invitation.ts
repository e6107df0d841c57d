import type { NewOwed } from '../../outbox/owed.ts'

/** The mail that tells somebody of their account, with a link to set a password. */
export const invitation: NewOwed = { lane: 'mail', kind: 'notify', about: 'account-created' }
