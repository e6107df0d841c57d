import { z } from 'zod'
import { attachedFileSchema } from '../attachments/attached-file.ts'
import { leasesSchema } from '../database/leases.ts'
import { ticketEntrySchema } from '../outbox/entry.ts'
import { secretKinds } from '../secrets/secret.ts'
import { sources, surfaces } from '../surface-names.ts'
import { lineSchema } from '../text/line.ts'
import { textSchema } from '../text.ts'
import { changedFieldSchema, personSchema } from '../trace.ts'
import { maxReactions, reactionSchema } from './comments/reaction.ts'
import { ticketFieldSchema } from './fields/ticket-field.ts'
import { priorities, statuses, urgencies } from './ticket-values.ts'

/** in characters */
export const maxTitle = 150
export const titleSchema = lineSchema(5, maxTitle, 'Give it a title of at least 5 characters.')
/** in characters */
export const maxDescription = 10_000
export const descriptionSchema = textSchema(1, maxDescription, 'Say what happened.')
/** in characters */
export const maxResolution = 3_000
export const resolutionSchema = textSchema(1, maxResolution, 'Say how it was solved.')
export const tagListSchema = z.array(lineSchema(1, 40)).max(20)

export const maxWatchers = 50

/** @property because why the desk added them; absent when they or a colleague chose to watch */
export const watcherSchema = personSchema.extend({ because: z.enum(['duplicate']).optional() })

export const historyEntrySchema = z.object({
  at: z.date(),
  by: personSchema.nullable().describe('null: the desk itself'),
  surface: z.enum(surfaces),
  action: z.enum([
    'opened',
    'triaged',
    'assigned',
    'left open',
    'passed on',
    'claimed',
    'released',
    'set waiting',
    'commented',
    'noted',
    'edited comment',
    'edited note',
    'deleted comment',
    'deleted note',
    'edited',
    'reopened',
    'resolved',
    'closed',
    'deleted',
    'watched',
    'unwatched',
    'marked duplicate',
    'unmarked duplicate',
    'got duplicate',
    'lost duplicate',
    'redacted',
    'rated',
  ]),
  note: z.string().optional(),
  comment: z.string().optional(),
  changes: z.array(changedFieldSchema).optional(),
})

/** What people can correct of triage. */
export const corrections = ['category', 'priority', 'skills', 'assignee'] as const
export type Correction = (typeof corrections)[number]

export const triageSchema = z.object({
  state: z.enum(['pending', 'done']),
  engine: z.enum(['gemini', 'local']).nullable(),
  model: z
    .string()
    .nullable()
    .describe(
      'name of the Gemini model, or number of what the local engine had learned; null: its rules alone',
    ),
  confidence: z.number().min(0).max(1).nullable(),
  reasons: z.array(z.string()),
  fallback: z.string().nullable().describe('why the local engine was used instead of Gemini'),
  abstained: z.boolean().optional().describe('no category was sure enough: a person has to choose one'),
  learnedPriority: z.boolean().optional().describe('what was learned has moved the priority of the rules'),
  proposed: z
    .object({ category: z.string(), priority: z.enum(priorities), skills: z.array(z.string()) })
    .partial()
    .optional()
    .describe('what triage set, because nobody had; absent: triaged before that was noted'),
  corrected: z.array(z.enum(corrections)).optional().describe('what people have changed since'),
  secrets: z.array(z.enum(secretKinds)).optional().describe('what title or description should not hold'),
  usage: z
    .object({ input: z.number(), output: z.number(), ms: z.number(), cost: z.number().nullable() })
    .optional()
    .describe('tokens sent and received, time, and cost where prices are set'),

  language: z.string().optional().describe('in which it is written, as ISO 639-1; absent: hard to tell'),
  similar: z
    .array(z.object({ id: z.string(), similarity: z.number() }))
    .optional()
    .describe('the most similar tickets; absent: none. Not all who see this ticket may see them'),
  startedAt: z.date().nullable(),
  askedMs: z
    .number()
    .optional()
    .describe('how long Gemini has been asked so far, and pauses that it asked for; without downtime'),
  at: z.date().nullable(),
})

export const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  matching: z.array(z.string()).describe('the ticket’s skills that they have'),
  speaks: z.boolean().optional().describe('whether they speak the ticket’s language'),
  load: z.number().describe('number of unresolved tickets'),
  weightedLoad: z.number().optional().describe('the same by priority, in tickets of medium priority'),
  affinity: z.number().optional().describe('from 0 to 1: how well they solve this category'),
  idleSeconds: z.number().nullable().optional().describe('since their last assignment; null: never'),
})

export const ruledOutSchema = personSchema.extend({
  why: z.enum(['requester', 'at capacity', 'lapsed']).describe('lapsed: they did not claim it in time'),
})

export const assignmentSchema = z.object({
  by: z.enum(['triage', 'claim', 'admin']),
  reason: z.string(),
  candidates: z.array(candidateSchema).describe('best first, at most 50; staff only'),
  ruledOut: z.array(ruledOutSchema).optional().describe('on duty, and not considered; staff only'),
  claimBy: z
    .date()
    .optional()
    .describe('when it goes on to the next person unless it is claimed; staff only'),
  dutyMs: z
    .number()
    .optional()
    .describe('reading of the duty clock from which on the time to claim it counts; never shown'),
  dueDutyMs: z
    .number()
    .optional()
    .describe('reading of the duty clock at which the time to claim it is over; never shown'),
  leftOpenAt: z
    .date()
    .optional()
    .describe('since when the desk looks for somebody, because it found nobody; staff only'),
  lapsed: z.array(personSchema).optional().describe('who had it before and did not claim it; staff only'),
  at: z.date(),
})

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
 * How the talk between requester and staff stands. Absent from a ticket that nobody has answered yet.
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
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type Assignment = z.infer<typeof assignmentSchema>
export type Candidate = z.infer<typeof candidateSchema>
export type RuledOut = z.infer<typeof ruledOutSchema>

/** Whether somebody has confirmed that they work on it. An assignment alone is only a proposal. */
export const isClaimed = (ticket: Pick<Ticket, 'status'>) =>
  ticket.status === 'in_progress' || ticket.status === 'waiting'

export const isResolved = (ticket: Pick<Ticket, 'status'>) =>
  ticket.status === 'resolved' || ticket.status === 'closed'
