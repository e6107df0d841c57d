/** What a person can be notified of: about a ticket, or about their account. */
export const ticketTopics = [
  'assigned',
  'taken-over',
  'left-open',
  'waiting',
  'resolved',
  'released',
  'status-changed',
  'commented',
  'mentioned',
  'file-failed',
] as const
export const accountTopics = [
  'account-created',
  'confirm-address',
  'address-known',
  'reset-password',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'recovery-code-used',
  'sign-in',
] as const
export type TicketTopic = (typeof ticketTopics)[number]
export type AccountTopic = (typeof accountTopics)[number]
export type Topic = TicketTopic | AccountTopic
