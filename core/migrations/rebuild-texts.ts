import type { Database } from '../open-database.ts'
import { followedTickets } from '../tickets/store/project-tickets.ts'

/** Drops the search texts of older desks. The projector then goes through all tickets again. */
export async function rebuildTexts({ connection, checkpoints }: Database) {
  await checkpoints.deleteOne({ _id: followedTickets })
  await connection.collection('texts').drop()
}
