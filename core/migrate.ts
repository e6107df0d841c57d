import { seedCatalog } from './catalog/seed.ts'
import { isDuplicate } from './database/documentdb.ts'
import { deliveriesKeptMs } from './notifications/deliveries/delivery.ts'
import type { Database } from './open-database.ts'
import { renameStoredFields } from './outbox/rename-stored-fields.ts'
import { conversationFrom } from './tickets/conversation.ts'
import { keepDuplicatesInOneDocument } from './tickets/duplicates/migrate-duplicates.ts'
import { facet, facetsOf } from './tickets/lists/facets.ts'
import { sortKeysOf } from './tickets/lists/sort-keys.ts'
import { followedTickets } from './tickets/store/project-tickets.ts'
import { createThreadLinks } from './tickets/store/thread-links.ts'
import type { Ticket } from './tickets/ticket.ts'
import type { Person } from './trace.ts'
import { searchKeysOf } from './users/search-keys.ts'

const batchSize = 500

type Migration = (database: Database) => Promise<unknown>

async function addSearchKeys({ users }: Database) {
  for await (const { _id, name, email } of users
    .find({ searchKeys: { $exists: false } }, { name: 1, email: 1 })
    .lean())
    await users.updateOne({ _id, name, email }, { $set: { searchKeys: searchKeysOf({ name, email }) } })
}

/** Fills the lists with the built-in entries and all names that tickets and accounts already use. */
async function seedLists({ catalogs, tickets, users }: Database) {
  const used = {
    skills: [...new Set([...(await tickets.distinct('skills')), ...(await users.distinct('skills'))])],
    categories: (await tickets.distinct('category')).filter((name): name is string => Boolean(name)),
  }
  await catalogs.collection.insertOne(seedCatalog(used) as never).catch((error) => {
    if (!isDuplicate(error)) throw error
  })
}

/** A delivery's id starts with the id of its ticket or account. For account mails, that account is also `to`. */
const ownerOfDelivery = { $substrBytes: ['$_id', 0, 24] }
/** Indexes that lists used before tickets had facets. */
const indexesBeforeFacets = [
  'audience_1_createdAt_-1__id_-1',
  'audience_1_status_1_createdAt_-1__id_-1',
  'assignee.id_1_status_1',
  'requester.id_1',
  'outbox.to_1',
]

async function addFacets({ tickets }: Database) {
  for await (const ticket of tickets.find({ facets: { $exists: false } }).lean<Ticket[]>())
    await tickets.updateOne(
      { _id: ticket._id, version: ticket.version },
      { $set: { facets: facetsOf(ticket) } },
    )
  await dropIndexes(tickets.collection, indexesBeforeFacets)
}

async function dropIndexes(collection: Database['tickets']['collection'], names: string[]) {
  const indexes = new Set((await collection.indexes()).map(({ name }) => name))
  for (const name of names.filter((name) => indexes.has(name))) await collection.dropIndex(name)
}

/** Indexes that found a thread's ticket before there were thread links. */
const indexesBeforeThreadLinks = ['surfaces.slack.channel_1_surfaces.slack.ts_1', 'surfaces.discord.thread_1']

async function noteThreads(database: Database) {
  const threadLinks = createThreadLinks(database)
  const shown = { $or: [{ 'surfaces.slack': { $exists: true } }, { 'surfaces.discord': { $exists: true } }] }
  const tickets = database.tickets.find(shown, { surfaces: 1 }).lean<Ticket[]>().cursor()
  for await (const some of batchesOf(tickets, batchSize)) await threadLinks.note(some)
  await dropIndexes(database.tickets.collection, indexesBeforeThreadLinks)
}

async function* batchesOf<T>(found: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of found) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Adds sort keys to tickets. They replace the collection of sort values, which is dropped. */
async function addSortKeys({ tickets, users, connection }: Database) {
  const unsorted = tickets
    .find({ sortKeys: { $exists: false } }, { requester: 1, assignee: 1 })
    .lean<Ticket[]>()
    .cursor()
  for await (const some of batchesOf(unsorted, batchSize)) {
    const people = some.flatMap(({ requester, assignee }) => [
      requester.id,
      ...(assignee ? [assignee.id] : []),
    ])
    const accounts = await users.find({ _id: { $in: [...new Set(people)] } }, { name: 1 }).lean()
    const names = new Map(accounts.map(({ _id, name }) => [_id, name]))
    const today = (person: Person) => ({ ...person, name: names.get(person.id) ?? person.name })
    await tickets.collection.bulkWrite(
      some.map(({ _id, requester, assignee }) => ({
        updateOne: {
          filter: { _id: _id as never },
          update: {
            $set: {
              sortKeys: sortKeysOf({ requester: today(requester), assignee: assignee && today(assignee) }),
            },
          },
        },
      })),
      { ordered: false },
    )
  }
  await tickets.collection.updateMany({ left: { $exists: true } }, { $unset: { left: 1 } })
  await connection.collection('headings').drop()
}

/** Drops the search texts of older desks. The projector then goes through all tickets again. */
async function makeTextsAnew({ connection, checkpoints }: Database) {
  await checkpoints.deleteOne({ _id: followedTickets })
  await connection.collection('texts').drop()
}

/** Notes how the talk stands on tickets that are not resolved. Whoever commented and is not the requester counts as staff. */
async function addConversations({ tickets }: Database) {
  const answered = tickets
    .find(
      {
        facets: { $in: ['open', 'in_progress', 'waiting'].map((status) => facet('status', status)) },
        conversation: { $exists: false },
        'history.action': 'commented',
      },
      { requester: 1, createdAt: 1, history: 1 },
    )
    .lean<Ticket[]>()
    .cursor()
  for await (const some of batchesOf(answered, batchSize))
    await tickets.collection.bulkWrite(
      some.map((ticket) => ({
        updateOne: {
          filter: { _id: ticket._id as never, conversation: { $exists: false } },
          update: { $set: { conversation: conversationFrom(ticket) } },
        },
      })),
      { ordered: false },
    )
}

async function renameHeldOut({ triageModels }: Database) {
  for (const figures of ['figures', 'priorityFigures'])
    await triageModels.collection.updateMany(
      { [`${figures}.heldBack`]: { $exists: true } },
      { $rename: { [`${figures}.heldBack`]: `${figures}.heldOut` } },
    )
}

/**
 * The migrations from older shapes, in order. Each can be interrupted and run again. No older process may be running:
 * it would use dropped indexes and write fields that are no longer read.
 */
const migrations: Migration[] = [
  // 1: tickets have tags
  ({ tickets }) => tickets.collection.updateMany({ tags: { $exists: false } }, { $set: { tags: [] } }),
  // 2: accounts can be searched by the start of a name or address
  addSearchKeys,
  // 3: skills and categories are the desk's own lists
  seedLists,
  // 4: deliveries have a field for their ticket, which was only in their id
  ({ deliveries }) =>
    deliveries.collection.updateMany({ ticket: { $exists: false } }, [
      { $set: { ticket: { $cond: [{ $eq: [ownerOfDelivery, '$to'] }, null, ownerOfDelivery] } } },
    ]),
  // 5: lists read an index on the facets of tickets
  addFacets,
  // 6: deliveries have an expiry date
  ({ deliveries }) =>
    deliveries.collection.updateMany({ forgetAt: { $exists: false } }, [
      { $set: { forgetAt: { $add: ['$startedAt', deliveriesKeptMs] } } },
    ]),
  // 7: search texts had the date of their ticket; 12 has them made anew
  async () => {},
  // 8: thread links have a collection of their own
  noteThreads,
  // 9: tickets have sort keys for assignee and requester, and no longer list the people who lost access
  addSortKeys,
  // 10: outbox fields have the usual names of the outbox pattern
  renameStoredFields,
  // 11: only the duplicate stores which ticket it duplicates
  (database) => keepDuplicatesInOneDocument(database, new Date()),
  // 12: search texts have names, addresses and numbers
  makeTextsAnew,
  // 13: tickets say who had the last word, and since when their requester waits
  addConversations,
  // 14: tickets for which the desk found nobody say so, and are offered again
  ({ tickets }) =>
    tickets.collection.updateMany(
      {
        ...{ facets: facet('status', 'open'), assignee: null, 'assignment.by': 'triage' },
        'assignment.leftOpenAt': { $exists: false },
      },
      [{ $set: { 'assignment.leftOpenAt': '$assignment.at' } }],
    ),
  // 15: the figures of triage models count held-out tickets by that name
  renameHeldOut,
]

/** The database shape that this version reads. */
export const shapeVersion = migrations.length

/** Migrates the database to the current shape. @throws Error when a newer version of the desk wrote it */
export async function migrate(database: Database): Promise<void> {
  const found = await database.counters.findOne({ _id: 'shape' }).lean()
  const version = found?.value ?? 0
  if (version > shapeVersion)
    throw new Error(
      `The database has shape ${version}, newer than this desk's ${shapeVersion}: update Deskbridge.`,
    )
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    await migration(database)
    await database.counters.updateOne({ _id: 'shape' }, { $set: { value: index + 1 } }, { upsert: true })
  }
}
