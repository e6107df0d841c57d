import type { Database } from '../open-database.ts'
import { facetsOf } from '../tickets/lists/facets.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { dropIndexes } from './drop-indexes.ts'

/** Indexes that lists used before tickets had facets. */
const indexesBeforeFacets = [
  'audience_1_createdAt_-1__id_-1',
  'audience_1_status_1_createdAt_-1__id_-1',
  'assignee.id_1_status_1',
  'requester.id_1',
  'outbox.to_1',
]

/** Adds the keys that lists are read along. A ticket that changes meanwhile gets them by that change. */
export async function addFacets({ tickets }: Database) {
  for await (const ticket of tickets.find({ facets: { $exists: false } }).lean<Ticket[]>())
    await tickets.updateOne(
      { _id: ticket._id, version: ticket.version },
      { $set: { facets: facetsOf(ticket) } },
    )
  await dropIndexes(tickets.collection, indexesBeforeFacets)
}
