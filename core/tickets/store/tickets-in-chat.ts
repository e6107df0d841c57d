import type { mongo } from 'mongoose'
import { inIndexOrder } from '../../database/documentdb.ts'
import { facet } from '../lists/facets.ts'
import type { Ticket } from '../ticket.ts'
import type { Status } from '../ticket-values.ts'
import { changesIndex } from './ticket-model.ts'

const talkedAbout: readonly Status[] = ['open', 'in_progress', 'waiting', 'resolved']
const maxOfStatus = 500

/** Says that a ticket has a card or thread there. */
const shownIn = {
  slack: 'surfaces.slack.ts',
  slackModerators: 'surfaces.slackModerators.ts',
  discord: 'surfaces.discord.thread',
} as const

export type TicketInChat = Pick<Ticket, '_id' | 'surfaces' | 'reactions'>

const projection = { surfaces: 1, reactions: 1 }
/** How far the clocks of processes may differ. */
const clockSkewMs = 5_000

/** The tickets that somebody in a chat may have written about: of each status but closed, the newest 500 that are shown there. */
export const createTicketsInChat =
  (collection: mongo.Collection<Ticket>, now: () => Date) =>
  async (chat: keyof typeof shownIn): Promise<TicketInChat[]> => {
    const isShown = { [shownIn[chat]]: { $exists: true } }
    const since = new Date(now().getTime() - clockSkewMs)
    const found = await Promise.all(talkedAbout.map((status) => newestOf(collection, status, isShown)))
    // One whose status changes meanwhile may be in none of them.
    const changed = await inIndexOrder(
      collection.find(
        { ...isShown, updatedAt: { $gte: since }, status: { $in: talkedAbout } },
        { projection },
      ),
      changesIndex,
      changesIndex,
    ).toArray()
    return [...new Map([...found.flat(), ...changed].map((ticket) => [ticket._id, ticket])).values()]
  }

const newestOf = (collection: mongo.Collection<Ticket>, status: Status, isShown: object) =>
  inIndexOrder(
    collection.find({ ...isShown, facets: facet('status', status) }, { projection }),
    { facets: 1, createdAt: -1, _id: -1 },
    { createdAt: -1, _id: -1 },
  )
    .limit(maxOfStatus)
    .toArray()
