import { createCheckpoint } from '../../database/checkpoint-store.ts'
import { afterPosition, inIndexOrder } from '../../database/documentdb.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Log } from '../../log.ts'
import type { Database } from '../../open-database.ts'
import { repeatedly } from '../../repeatedly.ts'
import type { Ticket } from '../ticket.ts'
import { changesIndex } from './ticket-model.ts'

/** The checkpoint of how far changes have been projected. */
export const followedTickets = 'followed tickets'

const everyMs = 1_000
export const projectionBatchSize = 50
/** How late a change can become visible, because clocks differ or a write takes long. */
const overlapMs = 3_000

/** The fields that projections are made from. */
export const projectedFields = {
  number: 1,
  title: 1,
  description: 1,
  fields: 1,
  requester: 1,
  assignee: 1,
  deleted: 1,
  createdAt: 1,
  version: 1,
  updatedAt: 1,
} as const

const changedAfter = ({ _id, updatedAt }: ProjectedTicket) =>
  afterPosition('updatedAt', { at: updatedAt, id: _id }, 1)

export type ProjectedTicket = Pick<Ticket, '_id' | keyof typeof projectedFields>
/** Writes a projection of these tickets as they are now. It may get the same tickets again. */
export type Projection = (tickets: ProjectedTicket[]) => Promise<unknown>

/**
 * Keeps projections of tickets up to date, one second behind, at no cost to filing. It polls for changed tickets and
 * stores a checkpoint. Two processes at once write the same. After a kill, the next run resumes from the checkpoint.
 */
export function createTicketProjector(
  database: Database,
  projections: readonly Projection[],
  now: () => Date,
) {
  const tickets = rawCollection<Ticket>(database.tickets)
  const checkpoint = createCheckpoint(database, followedTickets)
  /** recently read versions by ticket id, because the overlap is read again each time */
  const seen = new Map<string, Pick<ProjectedTicket, 'version' | 'updatedAt'>>()
  let from: Date | undefined

  const changedSince = (since: Date, after: ProjectedTicket | undefined): Promise<ProjectedTicket[]> =>
    inIndexOrder(
      tickets.find<ProjectedTicket>(after ? changedAfter(after) : { updatedAt: { $gte: since } }, {
        projection: projectedFields,
      }),
      changesIndex,
    )
      .limit(projectionBatchSize)
      .toArray()

  async function write(changed: ProjectedTicket[]) {
    const fresh = changed.filter(({ _id, version }) => seen.get(_id)?.version !== version)
    if (fresh.length === 0) return
    await Promise.all(projections.map((project) => project(fresh)))
    for (const { _id, version, updatedAt } of fresh) seen.set(_id, { version, updatedAt })
    const until = fresh.at(-1)?.updatedAt.getTime() ?? 0
    await checkpoint.save(new Date(until - overlapMs).toISOString())
  }

  /** Projects all changes since the last run. */
  async function catchUp() {
    const startedAt = now().getTime()
    from ??= new Date((await checkpoint.load()) ?? 0)
    let last: ProjectedTicket | undefined
    for (;;) {
      const changed = await changedSince(from, last)
      await write(changed)
      last = changed.at(-1)
      if (changed.length < projectionBatchSize) break
    }
    from = new Date(startedAt - overlapMs)
    for (const [id, { updatedAt }] of seen) if (updatedAt < from) seen.delete(id)
  }

  /** Catches up every second. @returns a function that stops it */
  const start = (log: Log) =>
    repeatedly(catchUp, everyMs, (error) =>
      log.debug({ reason: error.message }, 'projections of tickets are behind'),
    )

  return { catchUp, start }
}
