import type { mongo } from 'mongoose'
import { createLeaseStore } from '../database/lease-store.ts'
import type { Leases } from '../database/leases.ts'
import { withLogContext } from '../log-context.ts'
import { HeldByAnother } from '../provider-errors.ts'
import { acknowledgement } from './acknowledgement.ts'
import { createDueStore, type DueStore } from './due-store.ts'
import { enqueue } from './enqueue.ts'
import type { EffectOf, EntryIn, OutboxCollection, OutboxEntry, OutboxQueue } from './entry.ts'

type WithOutbox<Entry extends OutboxEntry> = { _id: string; outbox: Entry[]; leases?: Leases | undefined }
type Fields = Record<string, unknown>

/** What became of an entry, for the run's output, and fields to set in the update that removes it. */
export type Handled = { result: string; set?: Fields | undefined }
export type Handle<Document, Entry> = (document: Document, entry: Entry) => Promise<Handled>
/** @property handled how many entries were removed */
export type Drained = { handled: number; results: string[] }

export type OutboxOptions = {
  served: ReadonlySet<OutboxQueue>
  now: () => Date
  /** delete: the document exists only for the one entry in its outbox */
  whenEmpty?: 'keep' | 'delete'
  beforeAcknowledging?: (id: string, set: Fields) => Promise<unknown>
}

/**
 * The outbox of one collection: enqueue with the change, drain one document's queue, and what the sweep asks.
 *
 * Inngest can lose an event or its whole queue, so each document stores what is still to be done, and the sweep sends
 * events for whatever is left. Inngest's own concurrency limit keeps the slot of a killed worker for two minutes, so a
 * lease in the document makes sure that one process at a time drains a queue, and it ends 15 s after a kill. Together
 * they mean that an event only says "look": a lost, late or repeated one does no harm.
 */
export function createOutbox<Document extends WithOutbox<Entry>, Entry extends OutboxEntry>(
  owners: unknown,
  { served, now, whenEmpty = 'keep', beforeAcknowledging }: OutboxOptions,
) {
  const collection = owners as mongo.Collection<WithOutbox<OutboxEntry>>
  const leases = createLeaseStore(owners, now)

  const entriesIn = ({ outbox }: { outbox: Entry[] }, queue: OutboxQueue) =>
    outbox.filter((entry) => entry.queue === queue)

  /** Takes the lease on a queue that has entries. @returns null: it has none @throws HeldByAnother */
  async function claim(id: string, queue: OutboxQueue): Promise<Document | null> {
    const claimed = await collection.findOneAndUpdate(
      { _id: id, 'outbox.queue': queue, ...leases.free(queue) },
      { $set: leases.taken(queue) as never },
      { returnDocument: 'after' },
    )
    if (claimed) return claimed as Document
    const found = (await collection.findOne({ _id: id })) as Document | null
    if (!found || entriesIn(found, queue).length === 0) return null
    throw heldUntil(found.leases?.[queue]?.until ?? now(), now())
  }

  /** Removes handled entries, and gives the lease back with the last one. @returns the document as it is then */
  async function acknowledge(
    id: string,
    entries: readonly Entry[],
    set: Fields = {},
    release?: OutboxQueue,
  ): Promise<Document | null> {
    await beforeAcknowledging?.(id, set)
    if (whenEmpty === 'delete') {
      await collection.deleteOne({ _id: id })
      return null
    }
    const changed = await collection.findOneAndUpdate({ _id: id }, acknowledgement(entries, set, release), {
      returnDocument: 'after',
    })
    return changed as Document | null
  }

  /**
   * Handles the entries of a queue whose lease is ours, oldest first. The last acknowledgement gives the lease back.
   * @returns whether a change has added more in the meantime
   */
  async function drainClaimed<Queue extends OutboxQueue>(
    claimed: Document,
    queue: Queue,
    handle: Handle<Document, EntryIn<Queue, Entry>>,
    drained: Drained,
  ): Promise<boolean> {
    let document = claimed
    let pending = entriesIn(claimed, queue)
    while (pending[0]) {
      const { result, set } = await handle(document, pending[0] as EntryIn<Queue, Entry>)
      const handled = handledWith(pending[0], pending)
      const isLast = handled.length === pending.length
      const after = await acknowledge(claimed._id, handled, set, isLast ? queue : undefined)
      drained.handled += handled.length
      drained.results.push(result)
      const left = after ? entriesIn(after, queue) : []
      if (isLast || !after) return left.length > 0
      document = after
      pending = left
    }
    return false
  }

  /**
   * Handles what one document has in one queue, oldest first, until nothing is left. An entry that fails stays, and so
   * do those after it.
   * @throws what `handle` throws; HeldByAnother while another run drains this queue
   */
  async function drain<Queue extends OutboxQueue>(
    id: string,
    queue: Queue,
    handle: Handle<Document, EntryIn<Queue, Entry>>,
  ): Promise<Drained> {
    const drained: Drained = { handled: 0, results: [] }
    const work = (document: Document) =>
      withLogContext({ document: id, queue }, () =>
        leases.renewing(id, queue, () => drainClaimed(document, queue, handle, drained)),
      )
    for (let more = true; more; ) {
      const claimed = await claim(id, queue)
      if (!claimed) break
      more = await work(claimed).catch(async (error: unknown) => {
        await leases.release(id, queue)
        throw error
      })
    }
    return drained
  }

  return {
    enqueue: (
      effects: readonly EffectOf<Entry>[],
      change: { document: string; version: number; now: Date },
    ) => enqueue<Entry>(effects, change, served),
    drain,
    acknowledge,
    leases,
    ...createDueStore(owners),
  }
}

/** A card shows the ticket as it is now, so drawing it once covers every card entry that was pending. */
const handledWith = <Entry extends OutboxEntry>(first: Entry, pending: Entry[]) =>
  first.kind === 'card' ? pending.filter(({ kind }) => kind === 'card') : [first]

const heldUntil = (until: Date, now: Date) =>
  new HeldByAnother('Another run is draining this queue', Math.max(until.getTime() - now.getTime(), 0) + 500)

export type Outboxes = Record<OutboxCollection, DueStore>
