import { z } from 'zod'
import { fileViewOf, fileViewSchema } from '../attachments/attached-file.ts'
import { personSchema } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { type AnswerTimes, usualAnswerOf } from './answer-times.ts'
import { assignmentSchema } from './assignment.ts'
import { ticketFieldSchema } from './fields/ticket-field.ts'
import { type HistoryEntry, historyEntrySchema } from './history-entry.ts'
import { summaryOf, ticketSummarySchema } from './lists/listed-view.ts'
import { isStaff } from './permissions.ts'
import { rateableUntil, ratingOf } from './rating.ts'
import { watchersOf } from './recipients.ts'
import { staffLines } from './shown-changes.ts'
import { ratingSchema, type Ticket } from './ticket.ts'
import { triageSchema } from './triage-record.ts'
import { withoutLoads } from './without-loads.ts'

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

export type TicketView = z.infer<typeof ticketViewSchema>

/**
 * The parts of a ticket that the reader may see. Moderators' notes, candidates, duplicates and other watchers are for
 * staff only.
 * @param duplicates the tickets that are marked as duplicates of this one
 */
export function ticketViewOf(
  ticket: Ticket,
  reader: Pick<Actor, '_id' | 'role'>,
  duplicates: Pick<Ticket, '_id' | 'number'>[],
  answerTimes: AnswerTimes = new Map(),
): TicketView {
  const forStaff = isStaff(reader)
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
    triage: triageFor(forStaff, ticket),
    assignment: assignmentFor(forStaff, ticket),
    usualAnswerMinutes: usualAnswerOf(ticket, answerTimes),
    resolution: ticket.resolution && { ...ticket.resolution, at: ticket.resolution.at.toISOString() },
    rating: rating && { ...rating, at: rating.at.toISOString() },
    rateableUntil: rateableUntil(ticket)?.toISOString() ?? null,
    history: history.slice(-maxHistoryShown).map((line) => ({ ...line, at: line.at.toISOString() })),
    earlierHistory: Math.max(0, history.length - maxHistoryShown),
  }
}

/** What triage proposed and what people corrected is for staff. */
function triageFor(forStaff: boolean, { triage: stored }: Ticket): TicketView['triage'] {
  const { startedAt: _startedAt, askedMs: _askedMs, similar: _similar, ...shown } = stored
  const { proposed, corrected, ...triage } = shown
  const feedback = { ...(proposed ? { proposed } : {}), ...(corrected ? { corrected } : {}) }
  return { ...triage, ...(forStaff ? feedback : {}), at: triage.at?.toISOString() ?? null }
}

/** Others than staff see who has the ticket and why, but nothing of how much moderators have. */
function assignmentFor(forStaff: boolean, { assignment }: Ticket): TicketView['assignment'] {
  if (!assignment) return null
  const { by, reason, candidates, ruledOut, lapsed, claimBy, leftOpenAt } = assignment
  const at = assignment.at.toISOString()
  if (!forStaff) return { by, at, reason: withoutLoads(reason), candidates: [] }
  return {
    ...{ by, at, reason, candidates, ruledOut, lapsed },
    ...{ claimBy: claimBy?.toISOString(), leftOpenAt: leftOpenAt?.toISOString() },
  }
}

/** The desk's own lines give the reason of an assignment. */
const historyForAll = ({ history }: Ticket): HistoryEntry[] =>
  history
    .filter(({ action }) => !staffLines.has(action))
    .map((line) => (line.by === null && line.note ? { ...line, note: withoutLoads(line.note) } : line))
