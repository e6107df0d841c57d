import type { mongo } from 'mongoose'
import { inIndexOrder } from '../../database/documentdb.ts'
import type { Ticket } from '../ticket.ts'

const fields = {
  title: 1,
  description: 1,
  category: 1,
  skills: 1,
  priority: 1,
  urgency: 1,
  'triage.proposed.priority': 1,
  'triage.corrected': 1,
  'triage.learnedPriority': 1,
  'triage.secrets': 1,
  'resolution.at': 1,
  updatedAt: 1,
} as const

/** A resolved ticket as the local engine learns from it. */
export type ResolvedTicket = Pick<
  Ticket,
  'title' | 'description' | 'category' | 'skills' | 'priority' | 'urgency' | 'updatedAt'
> & {
  triage: Pick<Ticket['triage'], 'secrets' | 'corrected' | 'learnedPriority'> & {
    proposed?: Pick<NonNullable<Ticket['triage']['proposed']>, 'priority'>
  }
  resolution: Pick<NonNullable<Ticket['resolution']>, 'at'> | null
}

/** The engine abstained and nobody has chosen a category since: it must not learn from its own guess. */
const isUnanswered = { 'triage.abstained': true, 'triage.corrected': { $ne: 'category' } }
/**
 * The same for tickets from before abstaining was stored. Without a word that it knew, the engine gave them this
 * confidence.
 */
const wasUnanswered = {
  'triage.engine': 'local',
  'triage.confidence': { $lte: 0.3 },
  'triage.proposed': { $exists: false },
  'history.changes.field': { $ne: 'category' },
}
const learnable: object = {
  deleted: false,
  status: { $in: ['resolved', 'closed'] },
  category: { $ne: null },
  $nor: [isUnanswered, wasUnanswered],
}

/** Tickets whose category people have chosen, corrected or left when they resolved them. */
export const createResolvedTickets = (collection: mongo.Collection<Ticket>) => ({
  /** @returns how many there are, counted up to `limit` */
  countResolved: (limit: number) => collection.countDocuments(learnable, { limit }),
  /** The newest first. */
  resolved: (limit: number): AsyncIterable<ResolvedTicket> =>
    inIndexOrder(collection.find(learnable, { projection: fields, limit }), {
      createdAt: -1,
      _id: -1,
    }) as AsyncIterable<ResolvedTicket>,
})
