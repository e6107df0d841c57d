import type { AccountEffect } from '../../outbox/entry.ts'
import type { AccountTopic } from '../../outbox/topics.ts'

type SecurityTopic = Extract<AccountTopic, `second-factor-${string}` | 'recovery-code-used'>

/** The mail that tells a person of a change to how they sign in, in case it wasn't them. */
export const securityMail = (topic: SecurityTopic): AccountEffect => ({
  queue: 'mail',
  kind: 'account-mail',
  topic,
})
