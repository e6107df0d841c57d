import type { mongo } from 'mongoose'
import { inIndexOrder, usingIndex } from '../../database/documentdb.ts'
import type { FiledTicket } from '../answer-times.ts'
import { facet } from '../lists/facets.ts'
import type { Ticket } from '../ticket.ts'
import type { Priority } from '../ticket-values.ts'
import { ratingsIndex } from './ticket-model.ts'

/** @property count how many unresolved tickets of this requester and priority the assignee has */
export type UnresolvedTickets = {
  assignee: string
  requester: string
  priority?: Priority | null
  count: number
}

export type RatedTickets = { score: number; count: number }

/** Enough for a stable figure. */
const maxFiled = 400
const filedFields = {
  priority: 1,
  createdAt: 1,
  'requester.id': 1,
  'history.at': 1,
  'history.by': 1,
  'history.action': 1,
} as const

const maxSolved = 2_000
const solvedFields = { category: 1, 'assignee.id': 1, 'rating.score': 1, 'history.action': 1 } as const

/** What is counted and measured over many tickets. */
export function createTicketFigures(collection: mongo.Collection<Ticket>) {
  /** How many unresolved tickets each of these people has, assigned or claimed, of each requester and priority. */
  async function unresolvedOf(people: string[]): Promise<UnresolvedTickets[]> {
    const rows = await collection
      .aggregate<{ _id: Omit<UnresolvedTickets, 'count'>; count: number }>([
        { $match: { facets: { $in: people.map((id) => facet('load', id)) } } },
        {
          $group: {
            _id: { assignee: '$assignee.id', requester: '$requester.id', priority: '$priority' },
            count: { $sum: 1 },
          },
        },
      ])
      .toArray()
    return rows.map(({ _id, count }) => ({ ..._id, count }))
  }

  /** When the newest tickets were filed, and what happened to them. */
  const filedSince = (since: Date) =>
    inIndexOrder(
      collection.find(
        { createdAt: { $gte: since }, deleted: false },
        { projection: filedFields, limit: maxFiled },
      ),
      { createdAt: -1, _id: -1 },
    ).toArray() as Promise<FiledTicket[]>

  /** The newest resolved tickets: who solved them, and how well. */
  const solvedSince = (since: Date) =>
    inIndexOrder(
      collection.find(
        { createdAt: { $gte: since }, deleted: false, status: { $in: ['resolved', 'closed'] } },
        { projection: solvedFields, limit: maxSolved },
      ),
      { createdAt: -1, _id: -1 },
    ).toArray() as Promise<Pick<Ticket, 'category' | 'assignee' | 'rating' | 'history'>[]>

  /** How many tickets were rated with each score. */
  const ratedSince = async (since: Date): Promise<RatedTickets[]> => {
    const rows = await collection
      .aggregate<{ _id: number; count: number }>(
        [
          { $match: { deleted: false, 'rating.at': { $gte: since } } },
          { $group: { _id: '$rating.score', count: { $sum: 1 } } },
        ],
        usingIndex(ratingsIndex),
      )
      .toArray()
    return rows.map(({ _id, count }) => ({ score: _id, count }))
  }

  return { unresolvedOf, filedSince, solvedSince, ratedSince }
}
