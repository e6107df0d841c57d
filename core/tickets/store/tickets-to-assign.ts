import type { mongo } from 'mongoose'
import { inIndexOrder } from '../../database/documentdb.ts'
import type { Ticket } from '../ticket.ts'
import { claimDeadlinesIndex, leftOpenIndex } from './ticket-model.ts'

/** How long overdue tickets are searched for. Those that were resolved unclaimed keep their deadline. */
const overdueForMs = 30 * 24 * 3_600_000
/** How long the desk looks for somebody. Those that were resolved meanwhile stay in the index. */
const leftOpenForMs = 90 * 24 * 3_600_000
/** Even an urgent ticket beyond this number waits until there are fewer. */
const maxLeftOpen = 10_000

/** Tickets that the desk is to give to somebody: new ones, those nobody claimed in time, and those it found nobody for. */
export function createTicketsToAssign(collection: mongo.Collection<Ticket>) {
  /** The tickets that still wait for assignment, oldest first. */
  const unassigned = (ids: string[]): Promise<Ticket[]> =>
    collection
      .find({ _id: { $in: ids }, 'outbox.queue': 'assign' })
      .sort({ createdAt: 1 })
      .toArray()

  /** Assigned tickets that nobody has claimed in time, at most 100. */
  const overdue = (now: Date): Promise<Ticket[]> =>
    inIndexOrder(
      collection.find({
        'assignment.claimBy': { $gt: new Date(now.getTime() - overdueForMs), $lte: now },
        status: 'open',
        deleted: false,
      }),
      claimDeadlinesIndex,
    )
      .limit(100)
      .toArray()

  /** Tickets for which the desk found nobody, longest left open first. */
  const leftOpen = (
    now: Date,
    limit = maxLeftOpen,
  ): Promise<Pick<Ticket, '_id' | 'priority' | 'createdAt'>[]> =>
    inIndexOrder(
      collection.find(
        {
          'assignment.leftOpenAt': { $gt: new Date(now.getTime() - leftOpenForMs) },
          ...{ status: 'open', assignee: null, deleted: false },
        },
        { projection: { priority: 1, createdAt: 1 } },
      ),
      leftOpenIndex,
    )
      .limit(limit)
      .toArray()

  return { unassigned, overdue, leftOpen }
}
