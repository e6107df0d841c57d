import { createCheckpoint } from '../database/checkpoint-store.ts'
import { afterPosition, alongIndex } from '../database/documentdb.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Log } from '../log.ts'
import type { Database } from '../open-database.ts'
import { repeatedly } from '../repeatedly.ts'
import type { Ticket } from './ticket.ts'
import { alongChanges } from './ticket-model.ts'

const everyMs = 1_000
const batch = 50
/** How much later than its time a change may appear: clocks that differ, a write that took long. */
const overlapMs = 3_000

const projected = {
  title: 1,
  description: 1,
  deleted: 1,
  createdAt: 1,
  version: 1,
  updatedAt: 1,
} as const

const changedAfter = ({ _id, updatedAt }: ProjectedTicket) =>
  afterPosition('updatedAt', { at: updatedAt, id: _id }, 1)

export type ProjectedTicket = Pick<Ticket, '_id' | keyof typeof projected>
/** Writes what follows from these tickets, as they are now. It may get the same ones again. */
export type Projection = (tickets: ProjectedTicket[]) => Promise<unknown>

/**
 * Keeps projections of the tickets up to date, a second behind: it reads what has changed, and stores how far it has
 * come. Filing a ticket costs nothing for it. Two processes at once write the same, and what a killed one has not done
 * is done from the stored place on.
 */
export function createTicketProjector(
  database: Database,
  projections: readonly Projection[],
  now: () => Date,
) {
  const tickets = rawCollection<Ticket>(database.tickets)
  const checkpoint = createCheckpoint(database, 'followed tickets')
  /** versions that were read lately, by ticket: the overlap is read every time */
  const seen = new Map<string, Pick<ProjectedTicket, 'version' | 'updatedAt'>>()
  let from: Date | undefined

  const changedSince = (since: Date, after: ProjectedTicket | undefined): Promise<ProjectedTicket[]> =>
    alongIndex(
      tickets.find<ProjectedTicket>(after ? changedAfter(after) : { updatedAt: { $gte: since } }, {
        projection: projected,
      }),
      alongChanges,
    )
      .limit(batch)
      .toArray()

  async function write(changed: ProjectedTicket[]) {
    const fresh = changed.filter(({ _id, version }) => seen.get(_id)?.version !== version)
    if (fresh.length === 0) return
    await Promise.all(projections.map((project) => project(fresh)))
    for (const { _id, version, updatedAt } of fresh) seen.set(_id, { version, updatedAt })
    const until = fresh.at(-1)?.updatedAt.getTime() ?? 0
    await checkpoint.save(new Date(until - overlapMs).toISOString())
  }

  /** Projects everything that has changed since the last time. */
  async function catchUp() {
    const startedAt = now().getTime()
    from ??= new Date((await checkpoint.load()) ?? 0)
    let last: ProjectedTicket | undefined
    for (;;) {
      const changed = await changedSince(from, last)
      await write(changed)
      last = changed.at(-1)
      if (changed.length < batch) break
    }
    from = new Date(startedAt - overlapMs)
    for (const [id, { updatedAt }] of seen) if (updatedAt < from) seen.delete(id)
  }

  /** Catches up every second. @returns how to stop */
  const start = (log: Log) =>
    repeatedly(catchUp, everyMs, (error) =>
      log.debug({ reason: error.message }, 'projections of tickets are behind'),
    )

  return { catchUp, start }
}
