import { z } from 'zod'
import { auditEventSchema } from '../audit/audit-entry.ts'
import { accountTopics, ticketTopics } from './topics.ts'

/** Entries of one queue of one document are handled in order, one at a time. A queue that is stuck holds up no other. */
export const queues = [
  'triage',
  'assign',
  'slack',
  'slackModerators',
  'discord',
  'mail',
  'files',
  'maintenance',
] as const
export type OutboxQueue = (typeof queues)[number]

/** The collections whose documents carry an outbox. */
export const outboxCollections = ['tickets', 'users', 'catalog', 'scheduledNotifications'] as const
export type OutboxCollection = (typeof outboxCollections)[number]

const channelNames = ['mail', 'slack', 'discord'] as const
/** The queues of what chats show of tickets. The moderators' channel on Slack has its own, so that a fault there delays no requester. */
export const chatQueues = ['slack', 'slackModerators', 'discord'] as const
export type ChatQueue = (typeof chatQueues)[number]
export type Channel = (typeof channelNames)[number]

/** The schema of one kind of entry: its queue, and its fields apart from id and time. */
const entryOf = <Kind extends string, Queue extends z.ZodType, Fields extends z.ZodRawShape>(
  kind: Kind,
  queue: Queue,
  fields: Fields,
) =>
  z.object({
    id: z.string().describe('<document id>:<version>:<index>'),
    at: z.date(),
    kind: z.literal(kind),
    queue,
    ...fields,
  })

const maintenance = z.literal('maintenance')
const chat = z.enum(chatQueues)
const comment = z.string().describe('id of the comment')

const notifySchema = entryOf('notify', z.enum(channelNames), {
  to: z.string().describe('user id'),
  topic: z.enum(ticketTopics),
  comment: comment.optional(),
  together: z.boolean().optional().describe('goes out with those about other tickets, as one message'),
})
const accountMailSchema = entryOf('account-mail', z.literal('mail'), {
  topic: z.enum(accountTopics),
  pending: z.string().optional().describe('id of the pending sign-up, for confirm-address'),
  next: z.string().optional().describe('path of the console to go on to, for sign-in'),
})
/** Why a mail to the desk was refused. */
export const mailProblems = ['unknown-sender', 'wrong-sender', 'not-allowed', 'empty'] as const
export type MailProblem = (typeof mailProblems)[number]

const mailAnswerSchema = entryOf('mail-answer', z.literal('mail'), {
  to: z.string().describe('address of a sender, who may have no account'),
  problem: z.enum(mailProblems).nullable().describe('null: the mail was filed as a ticket'),
})
const digestSchema = entryOf('digest', z.literal('mail'), {})
const recordSchema = entryOf('record', maintenance, { event: auditEventSchema })

/*
 * The pending effects of a change, one schema per collection. The update that makes the change also stores its entries,
 * so neither exists without the other. Entries hold ids and no text, except for the audit log.
 */

export const ticketEntrySchema = z.discriminatedUnion('kind', [
  entryOf('triage', z.literal('triage'), {}),
  entryOf('assign', z.literal('assign'), {}),
  entryOf('card', chat, {}),
  entryOf('thread-name', z.literal('discord'), {}),
  entryOf('comment', chat, { comment }),
  entryOf('filed-notice', z.literal('slack'), {
    channel: z.string(),
    thread: z.string().describe('ts of the message that starts the thread'),
  }),
  entryOf('comment-changed', chat, {
    comment,
    version: z.number().int().describe('version of the comment to show'),
  }),
  entryOf('reaction', chat, { comment, emoji: z.string().describe('its characters') }),
  entryOf('files', chat, { comment: comment.optional().describe('absent: the files of the description') }),
  entryOf('fetch-files', z.literal('files'), { comment: comment.optional() }),
  entryOf('remove-files', z.literal('files'), {
    comment,
    version: z.number().int().describe('version of the deleted comment'),
  }),
  notifySchema,
  recordSchema,
  entryOf('erase', maintenance, {}),
  entryOf('sync-duplicate', maintenance, {
    other: z.string().describe('id of the original ticket'),
  }),
])

export const accountEntrySchema = z.discriminatedUnion('kind', [
  entryOf('identify', z.literal('slack'), {}),
  accountMailSchema,
  recordSchema,
  entryOf('rename', maintenance, {}),
  entryOf('merge', maintenance, {}),
  entryOf('leave-staff', maintenance, {}),
  entryOf('sign-out', maintenance, {
    keep: z.string().optional().describe('id of the session that stays signed in'),
    apiKeys: z.boolean().optional().describe('revokes API keys too'),
  }),
])

export const catalogEntrySchema = z.discriminatedUnion('kind', [
  recordSchema,
  entryOf('rename', maintenance, {}),
])

export type TicketEntry = z.infer<typeof ticketEntrySchema>
export type AccountEntry = z.infer<typeof accountEntrySchema>
export type CatalogEntry = z.infer<typeof catalogEntrySchema>
export type ScheduledEntry = NotifyEntry | AccountMailEntry | DigestEntry | MailAnswerEntry
export type OutboxEntry = TicketEntry | AccountEntry | CatalogEntry | ScheduledEntry

export type NotifyEntry = z.infer<typeof notifySchema>
export type AccountMailEntry = z.infer<typeof accountMailSchema>
export type DigestEntry = z.infer<typeof digestSchema>
export type MailAnswerEntry = z.infer<typeof mailAnswerSchema>
export type RecordEntry = z.infer<typeof recordSchema>

/** An entry as a decision states it. `enqueue` adds its id and time. */
export type EffectOf<Entry extends OutboxEntry> = Entry extends unknown ? Omit<Entry, 'id' | 'at'> : never
export type TicketEffect = EffectOf<TicketEntry>
export type AccountEffect = EffectOf<AccountEntry>

/** The entries that one queue can hold. */
export type EntryIn<Queue extends OutboxQueue, Entry extends OutboxEntry> = Entry extends unknown
  ? Queue extends Entry['queue']
    ? Entry
    : never
  : never

/** An entry of a kind that this version does not know. It stays in the outbox, and so do those after it. */
export class UnknownEntry extends Error {
  constructor(entry: never) {
    super(`Unknown outbox entry of kind ${(entry as OutboxEntry).kind}`)
    this.name = 'UnknownEntry'
  }
}

/** How long the relay's own event has before the sweep sends another. Longer than triage may take. */
export const firstRetryMs = 20_000
const maxRetryMs = 10 * 60_000

/** The pause before the sweep's next event. @param attempts how many it has sent so far @returns milliseconds */
export const retryDelayMs = (attempts: number) => Math.min(firstRetryMs * 2 ** attempts, maxRetryMs)
