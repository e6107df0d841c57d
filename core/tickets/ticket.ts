import { z } from 'zod'
import { attachedFileSchema } from '../attachments/attached-file.ts'
import { leasesSchema } from '../database/leases.ts'
import { ticketEntrySchema } from '../outbox/entry.ts'
import { sources, surfaces } from '../surface-names.ts'
import { personSchema } from '../trace.ts'
import { assignmentSchema } from './assignment.ts'
import { maxReactions, reactionSchema } from './comments/reaction.ts'
import { ticketFieldSchema } from './fields/ticket-field.ts'
import { historyEntrySchema } from './history-entry.ts'
import { descriptionSchema, resolutionSchema } from './ticket-texts.ts'
import { priorities, statuses, urgencies } from './ticket-values.ts'
import { triageSchema } from './triage-record.ts'

export const maxWatchers = 50

/** @property because why the desk added them; absent when they or a colleague chose to watch */
export const watcherSchema = personSchema.extend({ because: z.enum(['duplicate']).optional() })

/**
 * The original of a duplicate. Only the duplicate stores it; a query finds the duplicates of an original.
 * @property surface where it was marked
 * @property before the state to restore when it is unmarked
 */
export const duplicateOfSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  surface: z.enum(surfaces),
  before: z.object({
    status: z.enum(statuses),
    assignee: personSchema.nullable(),
    assignment: assignmentSchema.nullable(),
  }),
})

/**
 * The state of the conversation between requester and staff. Absent from a ticket that nobody has answered yet.
 * @property last the last public word: a comment, or the resolution
 * @property waitingSince since when the requester waits for an answer; null: they have one
 */
export const conversationSchema = z.object({
  last: z
    .object({ at: z.date(), by: personSchema, side: z.enum(['requester', 'staff', 'other']) })
    .nullable(),
  waitingSince: z.date().nullable(),
})

/**
 * Where the requester of a ticket from Discord has their conversation.
 * @property parent the channel in which they filed it; absent: they wrote to the bot directly
 * @property channel a private thread there, or their direct messages
 */
const requesterPlaceSchema = z.object({
  parent: z.string().optional(),
  channel: z.string().optional(),
  isDirect: z.boolean().optional(),
  card: z.string().optional(),
})

/** How the requester found the resolution. @property score 1 to 5 */
export const ratingSchema = z.object({
  score: z.number().int(),
  comment: z.string().nullable(),
  at: z.date(),
})

export const sortKeysSchema = z.object({ assignee: z.string(), requester: z.string() })

/**
 * The stored ticket, in one document. Comments and users have their own collections. Titles, skills and tags from before
 * today's rules stay as they are.
 */
export const ticketSchema = z.object({
  _id: z.string(),
  number: z.number().int(),
  title: z.string(),
  description: descriptionSchema,
  urgency: z.enum(urgencies),
  status: z.enum(statuses),
  priority: z.enum(priorities).nullable(),
  category: z.string().nullable(),
  skills: z.array(z.string()),
  tags: z.array(z.string()),
  summary: z.string().nullable(),
  notes: z.string().nullable(),
  triage: triageSchema,
  requester: personSchema,
  assignee: personSchema.nullable(),
  assignment: assignmentSchema.nullable(),
  watchers: z.array(watcherSchema).max(maxWatchers).optional().describe('who else is notified'),
  source: z.enum(sources),
  surfaces: z.object({
    slack: z.object({ channel: z.string(), ts: z.string() }).optional(),
    slackModerators: z
      .object({ channel: z.string(), ts: z.string() })
      .optional()
      .describe('the card in the moderators’ channel'),
    discord: z
      .object({
        ...{ headline: z.string(), thread: z.string(), card: z.string() },
        member: z.string().describe('Discord user id of the last claimer who was added to the thread'),
      })
      .partial()
      .optional(),
    discordRequester: requesterPlaceSchema.optional().describe('absent: filed elsewhere'),
  }),
  resolution: z.object({ text: resolutionSchema, by: personSchema, at: z.date() }).nullable(),
  rating: ratingSchema.nullable().optional().describe('by the requester; see rating.ts'),
  duplicateOf: duplicateOfSchema.nullable().optional(),
  conversation: conversationSchema.optional().describe('absent: nobody has answered yet'),
  fields: z
    .array(ticketFieldSchema)
    .optional()
    .describe('what its category asked when it was filed, and the answers; absent: nothing'),
  formVersion: z.number().int().optional().describe('version of the category’s fields at that time'),
  files: z.array(attachedFileSchema).optional().describe('files of the description'),
  fileBytes: z.number().optional().describe('size of all files, those of comments too'),
  reactions: z.array(reactionSchema).max(maxReactions).optional().describe('to public comments, in chat'),
  deleted: z.boolean(),
  audience: z.array(z.string()).describe('keys of who may see it: see permissions.ts'),
  facets: z.array(z.string()).describe('keys under which it is listed: see facets.ts'),
  sortKeys: sortKeysSchema.describe('sort keys of lists by person: see sort-keys.ts'),
  audienceBefore: z.array(z.string()).optional().describe('audience before the last change'),
  history: z.array(historyEntrySchema),
  outbox: z.array(ticketEntrySchema),
  nextAttemptAt: z.date().optional().describe('when the sweep looks again; absent when the outbox is empty'),
  leases: leasesSchema.optional(),
  attempts: z.number().int().describe('number of times the sweep has sent events'),
  version: z.number().int(),
  shown: z
    .object({ version: z.number().int(), at: z.date() })
    .optional()
    .describe('version and time of the last change that others than staff see; absent: those of the ticket'),
  createdAt: z.date(),
  updatedAt: z.date(),
})

export type Ticket = z.infer<typeof ticketSchema>
/** What an original needs to know about its duplicates. */
export type Duplicate = Pick<
  Ticket,
  '_id' | 'number' | 'requester' | 'watchers' | 'resolution' | 'duplicateOf'
>
export type Conversation = z.infer<typeof conversationSchema>
export type Watcher = z.infer<typeof watcherSchema>

/** Whether somebody has confirmed that they work on it. An assignment alone is only a proposal. */
export const isClaimed = (ticket: Pick<Ticket, 'status'>) =>
  ticket.status === 'in_progress' || ticket.status === 'waiting'

export const isResolved = (ticket: Pick<Ticket, 'status'>) =>
  ticket.status === 'resolved' || ticket.status === 'closed'

/** Whether nothing more happens to it. What shows it in chat is then not posted again. */
export const isOver = ({ status, deleted }: Pick<Ticket, 'status' | 'deleted'>) =>
  deleted || status === 'closed'
