import type { Database } from '../open-database.ts'
import { conversationFrom } from '../tickets/conversation.ts'
import { facet } from '../tickets/lists/facets.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { batchesOf } from './batches-of.ts'

/** Stores who had the last word on tickets that are not resolved. Whoever commented and is not the requester counts as staff. */
export async function addConversations({ tickets }: Database) {
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
  for await (const some of batchesOf(answered))
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
