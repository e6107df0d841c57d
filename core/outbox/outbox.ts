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

/**
 * The result of an entry, for the run's output.
 * @property set fields to set in the update that removes the entry
 * @property next entries to add in that update, for what has to wait
 */
export type Handled<Entry extends OutboxEntry = never> = {
  result: string
  set?: Fields | undefined
  next?: EffectOf<Entry>[]
}
export type Handle<Document, Entry extends OutboxEntry, Any extends OutboxEntry = OutboxEntry> = (
  document: Document,
  entry: Entry,
) => Promise<Handled<Any>>
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
 * The outbox of one collection: `enqueue` with a change, `drain` one document's queue, and the sweep's queries.
 *
 * Inngest can lose an event or its whole queue, so each document stores its pending entries, and the sweep sends new
 * events for them. Inngest's own concurrency limit keeps the slot of a killed worker for two minutes, so a lease in the
 * document lets one process at a time drain a queue. It ends 15 s after a kill. An event therefore only says "look": a
 * lost, late or repeated one does no harm.
 */
export function createOutbox<Document extends WithOutbox<Entry>, Entry extends OutboxEntry>(
  owners: unknown,
  { served, now, whenEmpty = 'keep', beforeAcknowledging }: OutboxOptions,
) {
  const collection = owners as mongo.Collection<WithOutbox<OutboxEntry>>
  const leases = createLeaseStore(owners, now)

  /** In the order in which they are handled. */
  const entriesIn = ({ outbox }: { outbox: Entry[] }, queue: OutboxQueue) => {
    const entries = outbox.filter((entry) => entry.queue === queue)
    return [...entries.filter((entry) => !mayWait(entry)), ...entries.filter(mayWait)]
  }

  /** Takes the lease on a queue that has entries. @returns null if it has none @throws HeldByAnother */
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

  /** Removes handled entries, adds others, and releases the lease on `release`. @returns the updated document */
  async function acknowledge(
    id: string,
    entries: readonly Entry[],
    set: Fields = {},
    release?: OutboxQueue,
    added: readonly Entry[] = [],
  ): Promise<Document | null> {
    await beforeAcknowledging?.(id, set)
    if (whenEmpty === 'delete') {
      await collection.deleteOne({ _id: id })
      return null
    }
    const changed = await collection.findOneAndUpdate(
      { _id: id },
      acknowledgement(entries, set, release, added),
      { returnDocument: 'after' },
    )
    return changed as Document | null
  }

  /**
   * Handles the entries of a queue whose lease is ours, oldest first. The last acknowledgement releases the lease.
   * @returns whether changes have added more entries in the meantime
   */
  async function drainClaimed<Queue extends OutboxQueue>(
    claimed: Document,
    queue: Queue,
    handle: Handle<Document, EntryIn<Queue, Entry>, Entry>,
    drained: Drained,
  ): Promise<boolean> {
    let document = claimed
    let pending = entriesIn(claimed, queue)
    while (pending[0]) {
      const { result, set, next = [] } = await handle(document, pending[0] as EntryIn<Queue, Entry>)
      const handled = handledWith(pending[0], pending)
      const added = following(pending[0], next, now())
      const isLast = handled.length === pending.length && added.length === 0
      const after = await acknowledge(claimed._id, handled, set, isLast ? queue : undefined, added)
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
   * Handles the entries of one document's queue, oldest first, until none are left. An entry that fails stays, and so
   * do those after it.
   * @throws what `handle` throws; HeldByAnother while another run drains this queue
   */
  async function drain<Queue extends OutboxQueue>(
    id: string,
    queue: Queue,
    handle: Handle<Document, EntryIn<Queue, Entry>, Entry>,
  ): Promise<Drained> {
    const drained: Drained = { handled: 0, results: [] }
    const work = (document: Document) =>
      withLogContext({ document: id, queue }, () =>
        leases.renewing(id, queue, () => drainClaimed(document, queue, handle, drained)),
      )
    let claimed = await claim(id, queue)
    while (claimed) {
      const more = await work(claimed).catch(async (error: unknown) => {
        await leases.release(id, queue)
        throw error
      })
      claimed = more ? await claim(id, queue) : null
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

/** A card and a thread's name show the current state, so showing it once handles all pending entries of that kind. */
const handledWith = <Entry extends OutboxEntry>(first: Entry, pending: Entry[]) =>
  first.kind === 'card' || first.kind === 'thread-name'
    ? pending.filter(({ kind }) => kind === first.kind)
    : [first]

/** A thread's name can be held up for ten minutes. Everything else in its queue goes first. */
const mayWait = ({ kind }: OutboxEntry) => kind === 'thread-name'

const following = <Entry extends OutboxEntry>(entry: Entry, next: EffectOf<Entry>[], at: Date) =>
  next.map((effect, index) => ({ ...effect, id: `${entry.id}:${index}`, at }) as Entry)

const heldUntil = (until: Date, now: Date) =>
  new HeldByAnother('Another run is draining this queue', Math.max(until.getTime() - now.getTime(), 0) + 500)

export type Outboxes = Record<OutboxCollection, DueStore>
