import { addConversations } from './migrations/add-conversations.ts'
import { addFacets } from './migrations/add-facets.ts'
import { addSearchKeys } from './migrations/add-search-keys.ts'
import { addSortKeys } from './migrations/add-sort-keys.ts'
import { addThreadLinks } from './migrations/add-thread-links.ts'
import { keepDuplicatesInOneDocument } from './migrations/keep-duplicates-in-one-document.ts'
import { rebuildTexts } from './migrations/rebuild-texts.ts'
import { renameHeldOut } from './migrations/rename-held-out.ts'
import { renameOutboxFields } from './migrations/rename-outbox-fields.ts'
import { seedLists } from './migrations/seed-lists.ts'
import { deliveriesKeptMs } from './notifications/deliveries/delivery.ts'
import type { Database } from './open-database.ts'
import { facet } from './tickets/lists/facets.ts'

type Migration = (database: Database) => Promise<unknown>

/** A delivery's id starts with the id of its ticket or account. For account mails, that account is also `to`. */
const ownerOfDelivery = { $substrBytes: ['$_id', 0, 24] }

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
  // 7: search texts had the date of their ticket; 12 rebuilds them
  async () => {},
  // 8: thread links have a collection of their own
  addThreadLinks,
  // 9: tickets have sort keys for assignee and requester, and no longer list the people who lost access
  addSortKeys,
  // 10: outbox fields have the usual names of the outbox pattern
  renameOutboxFields,
  // 11: only the duplicate stores which ticket it duplicates
  (database) => keepDuplicatesInOneDocument(database, new Date()),
  // 12: search texts have names, addresses and numbers
  rebuildTexts,
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
