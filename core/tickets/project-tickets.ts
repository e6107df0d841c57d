import type { mongo } from 'mongoose'
import { createCheckpoint } from '../database/checkpoint-store.ts'
import type { Database } from '../open-database.ts'
import type { Log } from '../log.ts'
import { repeatedly } from '../repeatedly.ts'
import type { Ticket } from './ticket.ts'
import { alongChanges } from './ticket-model.ts'

const everyMs = 1_000
const batch = 50
/** How much later than its time a change may appear: clocks that differ, a write that took long. */
const overlapMs = 3_000

const followed = {
  title: 1,
  description: 1,
  requester: 1,
  assignee: 1,
  skills: 1,
  tags: 1,
  deleted: 1,
  createdAt: 1,
  version: 1,
  updatedAt: 1,
} as const

/** The rows after one, said without `$or`: see keyset.ts. */
const changedAfter = ({ _id, updatedAt }: Followed) => ({
  updatedAt: { $gte: updatedAt },
  $nor: [{ updatedAt, _id: { $lte: _id } }],
})

export type Followed = Pick<Ticket, '_id' | keyof typeof followed>
/** Writes what follows from tickets, as they are now. It may get the same ones again. */
export type Keeper = (tickets: Followed[]) => Promise<unknown>

/**
 * Keeps up to date what follows from tickets and is kept apart from them, a second behind: it follows what was
 * changed, and notes how far it has come. Filing a ticket costs nothing for it. Two processes that do it at once write
 * the same; one that was killed, or an older desk's tickets, is caught up with from the note.
 */
export function createTicketFollower(database: Database, keepers: readonly Keeper[], now: () => Date) {
  const tickets = database.tickets.collection as unknown as mongo.Collection<Ticket>
  const checkpoint = createCheckpoint(database, 'followed tickets')
  /** versions that were read lately, by ticket: the overlap comes again and again */
  const seen = new Map<string, Pick<Followed, 'version' | 'updatedAt'>>()
  let from: Date | undefined

  const changedSince = (since: Date, after: Followed | undefined): Promise<Followed[]> =>
    tickets
      .find(after ? changedAfter(after) : { updatedAt: { $gte: since } }, { projection: followed })
      .sort(alongChanges)
      .hint(alongChanges)
      .limit(batch)
      .toArray()

  async function write(changed: Followed[]) {
    const fresh = changed.filter(({ _id, version }) => seen.get(_id)?.version !== version)
    if (fresh.length === 0) return
    await Promise.all(keepers.map((keep) => keep(fresh)))
    for (const { _id, version, updatedAt } of fresh) seen.set(_id, { version, updatedAt })
    const until = fresh.at(-1)?.updatedAt.getTime() ?? 0
    await checkpoint.save(new Date(until - overlapMs).toISOString())
  }

  /** Has everything written that follows from what changed since the last time. */
  async function catchUp() {
    const startedAt = now().getTime()
    from ??= new Date((await checkpoint.load()) ?? 0)
    let last: Followed | undefined
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
      log.debug({ reason: error.message }, 'what follows from tickets waits to be written'),
    )

  return { catchUp, start }
}
