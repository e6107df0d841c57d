import { z } from 'zod'
import { auditEventSchema } from '../audit/audit-entry.ts'

/**
 * A queue is a queue of its own: what is owed in one queue of one owner happens in order, one at a time,
 * and a queue that is stuck (a mail server that is down) holds up no other.
 */
export const queues = ['triage', 'assign', 'slack', 'discord', 'mail', 'maintenance'] as const
export type OutboxQueue = (typeof queues)[number]

/** The collections whose documents carry an outbox. */
export const owners = ['tickets', 'users', 'catalog', 'scheduledNotifications'] as const
export type Owner = (typeof owners)[number]

/** What a change owes the world, written in the same update as the change itself. Ids only, no text but for the audit log. */
export const outboxEntrySchema = z.object({
  id: z.string().describe('<owner id>:<version>:<index>'),
  queue: z.enum(queues),
  kind: z.enum([
    'triage',
    'assign',
    'card',
    'comment',
    'identify',
    'notify',
    'rename',
    'mark',
    'unmark',
    'comment-changed',
    'merge',
    'erase',
    'record',
    'sign-out',
  ]),
  at: z.date(),
  comment: z.string().optional().describe('comment id, for kind comment and what is told of one'),
  seen: z.number().int().optional().describe('version of the comment, for comment-changed'),
  other: z.string().optional().describe('id of the other ticket, for mark and unmark'),
  mark: z.string().optional().describe('which marking as a duplicate'),
  deed: auditEventSchema.optional().describe('for record: what the audit log is to have'),
  keep: z.string().optional().describe('for sign-out: the session that goes on'),
  to: z.string().optional().describe('user id, for kind notify'),
  pending: z.string().optional().describe('id of a pending sign-up, for confirm-address'),
  about: z
    .enum([
      'account-created',
      'confirm-address',
      'address-known',
      'reset-password',
      'assigned',
      'taken-over',
      'left-open',
      'waiting',
      'resolved',
      'released',
      'status-changed',
      'commented',
      'mentioned',
    ])
    .optional()
    .describe('what a notify is about'),
})

/** Who is at work in which queue of a document, and until when nobody else may begin. */
export const leasesSchema = z.record(z.string(), z.object({ by: z.string(), until: z.date() }))

export type OutboxEntry = z.infer<typeof outboxEntrySchema>
export type Leases = z.infer<typeof leasesSchema>
export type Topic = NonNullable<OutboxEntry['about']>

/** An entry as a decision states it; the store adds id and time. */
export type Effect = Omit<OutboxEntry, 'id' | 'at'>

/** How long the relay's own event has before the sweep sends it again. Longer than triage may take. */
export const firstRetryMs = 20_000
const maxRetryMs = 10 * 60_000

/** When the sweep should look again after its nth sending. @param attempts sendings so far @returns milliseconds */
export const retryDelayMs = (attempts: number) => Math.min(firstRetryMs * 2 ** attempts, maxRetryMs)

/** Gives the entries of one change their ids and drops queues that nobody on this desk serves. */
export function recordOwed(
  effects: Effect[],
  context: { owner: string; version: number; now: Date; enabled: ReadonlySet<OutboxQueue> },
): OutboxEntry[] {
  return effects
    .filter((entry) => context.enabled.has(entry.queue))
    .map((entry, index) => ({
      ...entry,
      id: `${context.owner}:${context.version}:${index}`,
      at: context.now,
    }))
}
