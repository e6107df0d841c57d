import type { Database } from '../open-database.ts'
import { createThreadLinks } from '../tickets/store/thread-links.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { batchesOf } from './batches-of.ts'
import { dropIndexes } from './drop-indexes.ts'

/** Indexes that found a thread's ticket before there were thread links. */
const indexesBeforeThreadLinks = ['surfaces.slack.channel_1_surfaces.slack.ts_1', 'surfaces.discord.thread_1']

/** Stores for each thread which ticket it belongs to. */
export async function addThreadLinks(database: Database) {
  const threadLinks = createThreadLinks(database)
  const shown = { $or: [{ 'surfaces.slack': { $exists: true } }, { 'surfaces.discord': { $exists: true } }] }
  const tickets = database.tickets.find(shown, { surfaces: 1 }).lean<Ticket[]>().cursor()
  for await (const some of batchesOf(tickets)) await threadLinks.note(some)
  await dropIndexes(database.tickets.collection, indexesBeforeThreadLinks)
}
