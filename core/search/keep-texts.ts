import type { mongo } from 'mongoose'
import { createCheckpoint } from '../database/checkpoint-store.ts'
import type { Database } from '../database/connect.ts'
import type { Log } from '../log.ts'
import { repeatedly } from '../repeatedly.ts'
import type { Comment } from '../tickets/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { TextStore } from './text-store.ts'
import { type Said, textsOf } from './texts-of.ts'

const everyMs = 1_000
const batch = 50
/** For one batch: enough for any real ticket, and an end for one that a robot writes to. */
const mostComments = 2_000
/** How much later than its time a change may appear: clocks that differ, a write that took long. */
const overlapMs = 3_000

type Changed = Pick<Ticket, '_id' | 'title' | 'description' | 'deleted' | 'version' | 'updatedAt'>
const changedFields = { title: 1, description: 1, deleted: 1, version: 1, updatedAt: 1 } as const

/**
 * Keeps the words of tickets up to date for search, a second behind: it follows what was changed, and notes how far
 * it has come. Filing a ticket costs nothing for it. Two processes that do it at once write the same; one that was
 * killed, or an older desk's tickets, is caught up with from the note.
 */
export function createTextKeeper(database: Database, texts: TextStore, now: () => Date) {
  const tickets = database.tickets.collection as unknown as mongo.Collection<Ticket>
  const comments = database.comments.collection as unknown as mongo.Collection<Comment>
  const checkpoint = createCheckpoint(database, 'texts')
  /** versions that were read lately, by ticket: the overlap comes again and again */
  const seen = new Map<string, Changed>()
  let from: Date | undefined

  const changedSince = (since: Date, after: Changed | undefined): Promise<Changed[]> =>
    tickets
      .find(
        after
          ? {
              updatedAt: { $gte: after.updatedAt },
              $or: [
                { updatedAt: { $gt: after.updatedAt } },
                { updatedAt: after.updatedAt, _id: { $gt: after._id } },
              ],
            }
          : { updatedAt: { $gte: since } },
        { projection: changedFields },
      )
      .sort({ updatedAt: 1, _id: 1 })
      .limit(batch)
      .toArray()

  const saidIn = (ids: string[]): Promise<Said[]> =>
    comments
      .find({ ticket: { $in: ids } }, { projection: { ticket: 1, body: 1, visibility: 1 } })
      .limit(mostComments)
      .toArray()

  async function write(changed: Changed[]) {
    const fresh = changed.filter(({ _id, version }) => seen.get(_id)?.version !== version)
    if (fresh.length === 0) return
    const said = await saidIn(fresh.map(({ _id }) => _id))
    const results = fresh.map((ticket) =>
      textsOf(
        ticket,
        said.filter((one) => one.ticket === ticket._id),
      ),
    )
    await texts.save(results.flatMap(({ keep }) => keep))
    await texts.remove(results.flatMap(({ drop }) => drop))
    for (const ticket of fresh) seen.set(ticket._id, ticket)
    const until = fresh.at(-1)?.updatedAt.getTime() ?? 0
    await checkpoint.save(new Date(until - overlapMs).toISOString())
  }

  /** Writes the words of what changed since the last time. */
  async function catchUp() {
    const startedAt = now().getTime()
    from ??= new Date((await checkpoint.load()) ?? 0)
    let last: Changed | undefined
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
      log.debug({ reason: error.message }, 'the words of tickets wait to be indexed'),
    )

  return { catchUp, start }
}

export type TextKeeper = ReturnType<typeof createTextKeeper>
