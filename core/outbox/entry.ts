import { z } from 'zod'
import { auditEventSchema } from '../audit/audit-entry.ts'

/** Entries of one queue of one document are handled in order, one at a time. A queue that is stuck holds up no other. */
export const queues = ['triage', 'assign', 'slack', 'discord', 'mail', 'maintenance'] as const
export type OutboxQueue = (typeof queues)[number]

/** The collections whose documents carry an outbox. */
export const outboxCollections = ['tickets', 'users', 'catalog', 'scheduledNotifications'] as const
export type OutboxCollection = (typeof outboxCollections)[number]

export const channelNames = ['mail', 'slack', 'discord'] as const
const chatNames = ['slack', 'discord'] as const

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
] as const
export const accountTopics = [
  'account-created',
  'confirm-address',
  'address-known',
  'reset-password',
] as const

const common = { id: z.string().describe('<document id>:<version>:<index>'), at: z.date() }
const commentId = z.string().describe('id of the comment')

const notifySchema = z.object({
  ...common,
  queue: z.enum(channelNames),
  kind: z.literal('notify'),
  to: z.string().describe('user id'),
  topic: z.enum(ticketTopics),
  comment: commentId.optional(),
})

const accountMailSchema = z.object({
  ...common,
  queue: z.literal('mail'),
  kind: z.literal('account-mail'),
  topic: z.enum(accountTopics),
  pending: z.string().optional().describe('id of the pending sign-up, for confirm-address'),
})

const auditSchema = z.object({
  ...common,
  queue: z.literal('maintenance'),
  kind: z.literal('record'),
  event: auditEventSchema,
})

/**
 * What is still to be done because of a change. It is stored by the update that makes the change. It holds ids and no
 * text, except for the audit log.
 */
export const outboxEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...common, queue: z.literal('triage'), kind: z.literal('triage') }),
  z.object({ ...common, queue: z.literal('assign'), kind: z.literal('assign') }),
  z.object({ ...common, queue: z.enum(chatNames), kind: z.literal('card') }),
  z.object({ ...common, queue: z.enum(chatNames), kind: z.literal('comment'), comment: commentId }),
  z.object({
    ...common,
    queue: z.enum(chatNames),
    kind: z.literal('comment-changed'),
    comment: commentId,
    version: z.number().int().describe('the version of the comment to show'),
  }),
  z.object({ ...common, queue: z.literal('slack'), kind: z.literal('identify') }),
  notifySchema,
  accountMailSchema,
  auditSchema,
  z.object({ ...common, queue: z.literal('maintenance'), kind: z.literal('rename') }),
  z.object({ ...common, queue: z.literal('maintenance'), kind: z.literal('merge') }),
  z.object({ ...common, queue: z.literal('maintenance'), kind: z.literal('erase') }),
  z.object({
    ...common,
    queue: z.literal('maintenance'),
    kind: z.literal('sign-out'),
    keep: z.string().optional().describe('the session that stays signed in'),
  }),
  z.object({
    ...common,
    queue: z.literal('maintenance'),
    kind: z.literal('sync-duplicate'),
    other: z.string().describe('id of the original whose followers and history follow from its duplicates'),
  }),
])

export type OutboxEntry = z.infer<typeof outboxEntrySchema>
export type NotifyEntry = z.infer<typeof notifySchema>
export type AccountMailEntry = z.infer<typeof accountMailSchema>
export type AuditEntry = z.infer<typeof auditSchema>
export type TicketTopic = (typeof ticketTopics)[number]
export type AccountTopic = (typeof accountTopics)[number]
export type Topic = TicketTopic | AccountTopic
export type Channel = (typeof channelNames)[number]

type WithoutPlace<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never
/** An entry as a decision states it; `enqueue` adds its id and time. */
export type Effect = WithoutPlace<OutboxEntry>

/** Leases on the queues of a document, by queue: who holds each, and until when. */
export const leasesSchema = z.record(z.string(), z.object({ by: z.string(), until: z.date() }))
export type Leases = z.infer<typeof leasesSchema>

/** How long the relay's own event has before the sweep sends another. Longer than triage may take. */
export const firstRetryMs = 20_000
const maxRetryMs = 10 * 60_000

/** When the sweep looks again. @param attempts how often it has sent events so far @returns milliseconds */
export const retryDelayMs = (attempts: number) => Math.min(firstRetryMs * 2 ** attempts, maxRetryMs)

/** Gives the effects of one change their ids and times. Drops queues that this desk does not serve. */
export function recordOwed(
  effects: Effect[],
  context: { owner: string; version: number; now: Date; enabled: ReadonlySet<OutboxQueue> },
): OutboxEntry[] {
  return effects
    .filter((effect) => context.enabled.has(effect.queue))
    .map((effect, index) => ({
      ...effect,
      id: `${context.owner}:${context.version}:${index}`,
      at: context.now,
    }))
}
