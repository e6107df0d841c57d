import { z } from 'zod'
import { fileViewOf, fileViewSchema } from '../attachments/attached-file.ts'
import { personSchema } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { type AnswerTimes, usualAnswerOf } from './answer-times.ts'
import { assignmentSchema } from './assignment.ts'
import { type Comment, commentSchema, versionOf } from './comments/comment.ts'
import { conversationOf } from './conversation.ts'
import { ticketFieldSchema } from './fields/ticket-field.ts'
import { type HistoryEntry, historyEntrySchema } from './history-entry.ts'
import type { ListedTicket } from './lists/list-page.ts'
import { isStaff } from './permissions.ts'
import { rateableUntil, ratingOf } from './rating.ts'
import { watchersOf } from './recipients.ts'
import { shownVersion, staffLines, versionFor } from './shown-changes.ts'
import { ratingSchema, type Ticket, ticketSchema } from './ticket.ts'
import { priorities } from './ticket-values.ts'
import { triageSchema } from './triage-record.ts'
import { withoutLoads } from './without-loads.ts'

/** A ticket in the API's lists. Dates are ISO 8601 strings. */
export const ticketSummarySchema = ticketSchema
  .pick({
    number: true,
    title: true,
    urgency: true,
    status: true,
    category: true,
    skills: true,
    tags: true,
    summary: true,
    requester: true,
    assignee: true,
    source: true,
    version: true,
  })
  .extend({
    id: z.string(),
    priority: z.enum(priorities).nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })

/** A row of a list: a ticket and how the talk on it stands. */
export const listedTicketSchema = ticketSummarySchema.extend({
  lastAnswer: z
    .object({ at: z.iso.datetime(), by: personSchema, side: z.enum(['requester', 'staff', 'other']) })
    .nullable()
    .describe('the last public comment, or the resolution; null: nobody has answered yet'),
  waitingSince: z.iso
    .datetime()
    .nullable()
    .describe('since when the requester of an open ticket or one in progress waits for an answer'),
  unread: z.boolean().describe('whether somebody else wrote since I last opened it, within 30 days'),
})

/** Limits the history that is sent, since programs can make it very long. The newest entries are shown. */
export const maxHistoryShown = 500

const otherTicketSchema = z.object({ id: z.string(), number: z.number().int() })

/** A single ticket in the API. */
export const ticketViewSchema = ticketSummarySchema.extend({
  description: z.string(),
  fields: z
    .array(ticketFieldSchema)
    .describe('what its category asked when it was filed, and the answers; null: no answer'),
  files: z.array(fileViewSchema).describe('files of the description'),
  notes: z.string().nullable(),
  triage: triageSchema
    .omit({ startedAt: true, askedMs: true, similar: true })
    .extend({ at: z.iso.datetime().nullable() }),
  duplicateOf: otherTicketSchema.nullable(),
  duplicates: z.array(otherTicketSchema).describe('staff only'),
  watchers: z.array(personSchema).describe('who else is notified; requesters see only themselves'),
  assignment: assignmentSchema
    .omit({ dutyMs: true, dueDutyMs: true })
    .extend({
      at: z.iso.datetime(),
      claimBy: z.iso.datetime().optional(),
      leftOpenAt: z.iso.datetime().optional(),
    })
    .nullable(),
  usualAnswerMinutes: z
    .number()
    .int()
    .nullable()
    .describe('within how many minutes tickets of this priority usually get an answer; null once it has one'),
  resolution: z
    .object({ text: z.string(), by: z.object({ id: z.string(), name: z.string() }), at: z.iso.datetime() })
    .nullable(),
  rating: ratingSchema
    .extend({ at: z.iso.datetime() })
    .nullable()
    .describe('how the requester rates this resolution, from 1 to 5'),
  rateableUntil: z.iso.datetime().nullable().describe('until when its requester may rate the resolution'),
  history: z.array(historyEntrySchema.extend({ at: z.iso.datetime() })).describe('oldest first'),
  earlierHistory: z.number().int().describe('number of earlier lines that are stored but not in this answer'),
})

export const commentViewSchema = commentSchema
  .pick({ author: true, fromRequester: true, visibility: true, surface: true })
  .extend({
    id: z.string(),
    body: z.string().describe('empty once deleted, or when there are only files'),
    files: z.array(fileViewSchema),
    mentions: z.array(personSchema),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    edits: z
      .array(z.object({ at: z.iso.datetime(), by: personSchema, body: z.string() }))
      .describe('earlier versions, oldest first; staff only'),
    deleted: z.object({ at: z.iso.datetime(), by: personSchema }).nullable(),
  })

export type ListedTicketView = z.infer<typeof listedTicketSchema>
export type TicketSummary = z.infer<typeof ticketSummarySchema>
export type TicketView = z.infer<typeof ticketViewSchema>
export type CommentView = z.infer<typeof commentViewSchema>

type Reader = Pick<Actor, 'role'>

export const summaryOf = (ticket: ListedTicket, reader: Reader = { role: 'user' }): TicketSummary => ({
  id: ticket._id,
  number: ticket.number,
  title: ticket.title,
  urgency: ticket.urgency,
  status: ticket.status,
  priority: ticket.priority,
  category: ticket.category,
  skills: ticket.skills,
  tags: ticket.tags,
  summary: ticket.summary,
  requester: ticket.requester,
  assignee: ticket.assignee,
  source: ticket.source,
  version: versionFor(reader, ticket),
  createdAt: ticket.createdAt.toISOString(),
  updatedAt: (isStaff(reader) ? ticket.updatedAt : shownVersion(ticket).at).toISOString(),
})

export function listedViewOf(ticket: ListedTicket, reader: Reader, unread: boolean): ListedTicketView {
  const { last, waitingSince } = conversationOf(ticket)
  const isOpen = ticket.status === 'open' || ticket.status === 'in_progress'
  return {
    ...summaryOf(ticket, reader),
    lastAnswer: last && { ...last, at: last.at.toISOString() },
    waitingSince: (isOpen && waitingSince?.toISOString()) || null,
    unread,
  }
}

/**
 * The parts of a ticket that the reader may see. Moderators' notes, candidates, duplicates and other watchers are for
 * staff only.
 * @param duplicates the tickets that are marked as duplicates of this one
 */
export function ticketViewOf(
  ticket: Ticket,
  reader: Reader & Pick<Actor, '_id'>,
  duplicates: Pick<Ticket, '_id' | 'number'>[],
  answerTimes: AnswerTimes = new Map(),
): TicketView {
  const forStaff = isStaff(reader)
  const { startedAt: _startedAt, askedMs: _askedMs, similar: _similar, ...shown } = ticket.triage
  const { proposed, corrected, ...triage } = shown
  const feedback = { ...(proposed ? { proposed } : {}), ...(corrected ? { corrected } : {}) }
  const rating = ratingOf(ticket)
  const history = forStaff ? ticket.history : historyForAll(ticket)
  return {
    ...summaryOf(ticket, reader),
    description: ticket.description,
    fields: ticket.fields ?? [],
    files: (ticket.files ?? []).map(fileViewOf),
    notes: forStaff ? ticket.notes : null,
    duplicateOf: ticket.duplicateOf ? { id: ticket.duplicateOf.id, number: ticket.duplicateOf.number } : null,
    duplicates: forStaff ? duplicates.map(({ _id: id, number }) => ({ id, number })) : [],
    watchers: watchersOf(ticket)
      .filter(({ id }) => forStaff || id === reader._id)
      .map(({ id, name }) => ({ id, name })),
    triage: { ...triage, ...(forStaff ? feedback : {}), at: triage.at?.toISOString() ?? null },
    assignment: ticket.assignment && {
      by: ticket.assignment.by,
      reason: forStaff ? ticket.assignment.reason : withoutLoads(ticket.assignment.reason),
      candidates: forStaff ? ticket.assignment.candidates : [],
      ruledOut: forStaff ? ticket.assignment.ruledOut : undefined,
      lapsed: forStaff ? ticket.assignment.lapsed : undefined,
      claimBy: forStaff ? ticket.assignment.claimBy?.toISOString() : undefined,
      leftOpenAt: forStaff ? ticket.assignment.leftOpenAt?.toISOString() : undefined,
      at: ticket.assignment.at.toISOString(),
    },
    usualAnswerMinutes: usualAnswerOf(ticket, answerTimes),
    resolution: ticket.resolution && { ...ticket.resolution, at: ticket.resolution.at.toISOString() },
    rating: rating && { ...rating, at: rating.at.toISOString() },
    rateableUntil: rateableUntil(ticket)?.toISOString() ?? null,
    history: history.slice(-maxHistoryShown).map((line) => ({ ...line, at: line.at.toISOString() })),
    earlierHistory: Math.max(0, history.length - maxHistoryShown),
  }
}

/** The desk's own lines give the reason of an assignment. */
const historyForAll = ({ history }: Ticket): HistoryEntry[] =>
  history
    .filter(({ action }) => !staffLines.has(action))
    .map((line) => (line.by === null && line.note ? { ...line, note: withoutLoads(line.note) } : line))

/** Everyone sees that a comment was edited, but only staff see its earlier versions. */
export function commentViewOf(comment: Comment, forStaff: boolean): CommentView {
  const {
    _id,
    author,
    fromRequester,
    body,
    visibility,
    surface,
    mentions = [],
    edits = [],
    files = [],
  } = comment
  const { createdAt, editedAt, deleted } = comment
  return {
    id: _id,
    author,
    fromRequester,
    body,
    files: files.map(fileViewOf),
    visibility,
    surface,
    mentions,
    version: versionOf(comment),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    edits: forStaff ? edits.map((edit) => ({ ...edit, at: edit.at.toISOString() })) : [],
    deleted: deleted ? { ...deleted, at: deleted.at.toISOString() } : null,
  }
}
