import type { Connection, mongo } from 'mongoose'
import { isDuplicate } from '../database/documentdb.ts'
import { accountTopics } from '../outbox/topics.ts'

type Stored = Record<string, unknown> & { _id: string }

const owners = ['tickets', 'users', 'catalogs'] as const
const fieldNames = { wakeAt: 'nextAttemptAt', wakes: 'attempts', busy: 'leases' }

/** Converts an entry from shape 8 to the current names. */
function entryOfToday({ lane, about, seen, deed, ...entry }: Stored): Stored {
  const isMail = entry.kind === 'notify' && (accountTopics as readonly unknown[]).includes(about)
  return {
    ...entry,
    queue: lane === 'upkeep' ? 'maintenance' : lane,
    ...(isMail ? { kind: 'account-mail' } : {}),
    ...(about === undefined ? {} : { topic: about }),
    ...(seen === undefined ? {} : { version: seen }),
    ...(deed === undefined ? {} : { event: deed }),
  }
}

const isOfShape8 = (entry: Stored) => 'lane' in entry

async function renameEntries(collection: mongo.Collection<Stored>) {
  for await (const { _id, outbox } of collection.find({ 'outbox.lane': { $exists: true } })) {
    const entries = (outbox as Stored[]).map((entry) => (isOfShape8(entry) ? entryOfToday(entry) : entry))
    await collection.updateOne({ _id }, { $set: { outbox: entries } })
  }
}

/** Converts a scheduled notification from shape 8, which called it an errand. */
function scheduledOfToday({ items, outbox, wakeAt, wakes, busy: _, ...errand }: Stored): Stored {
  const isDigest = errand.reason === 'digest'
  return {
    ...errand,
    items: (items as { owed: Stored }[]).map(({ owed, ...item }) => ({ entry: entryOfToday(owed), ...item })),
    outbox: (outbox as Stored[]).map((entry) =>
      isDigest ? { id: entry.id, at: entry.at, queue: 'mail', kind: 'digest' } : entryOfToday(entry),
    ),
    ...(wakeAt === undefined ? {} : { nextAttemptAt: wakeAt }),
    attempts: wakes,
  }
}

async function moveErrands(connection: Connection) {
  const errands = connection.collection<Stored>('errands')
  const scheduled = connection.collection<Stored>('scheduledNotifications')
  for await (const errand of errands.find({ 'outbox.0': { $exists: true } }))
    await scheduled.insertOne(scheduledOfToday(errand)).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error
    })
  await errands.deleteMany({})
}

async function dropIndex(collection: mongo.Collection<Stored>, name: string) {
  const indexes = await collection.indexes()
  if (indexes.some((index) => index.name === name)) await collection.dropIndex(name)
}

/** Renames the stored fields of outboxes to their current names. Safe to run again, even after a kill halfway. */
export async function renameOutboxFields({ connection }: { connection: Connection }) {
  for (const name of owners) {
    const collection = connection.collection<Stored>(name)
    await renameEntries(collection)
    await collection.updateMany({ wakes: { $exists: true } }, { $rename: fieldNames })
    // Left by killed processes. Now that an acknowledgement is one update, this can no longer happen.
    await collection.updateMany(
      { outbox: { $size: 0 }, nextAttemptAt: { $exists: true } },
      { $unset: { nextAttemptAt: 1 } },
    )
    await dropIndex(collection, 'wakeAt_1')
  }
  await connection
    .collection<Stored>('catalogs')
    .updateMany({ 'walk.owed': { $exists: true } }, { $rename: { 'walk.owed': 'walk.entry' } })
  await moveErrands(connection)
}
