import type { mongo } from 'mongoose'
import { alongIndex } from '../database/documentdb.ts'
import { facet } from './lists/facets.ts'
import type { Ticket } from './ticket.ts'
import type { Status } from './ticket-values.ts'

const talkedAbout: readonly Status[] = ['open', 'in_progress', 'waiting', 'resolved']
const maxOfStatus = 500

/** Says that a ticket has a card or thread there. */
const shownIn = {
  slack: 'surfaces.slack.ts',
  slackModerators: 'surfaces.slackModerators.ts',
  discord: 'surfaces.discord.thread',
} as const

export type TicketInChat = Pick<Ticket, '_id' | 'surfaces' | 'reactions'>

/** The tickets that somebody in a chat may have written about: of each status but closed, the newest 500 that are shown there. */
export const createTicketsInChat =
  (collection: mongo.Collection<Ticket>) =>
  async (chat: keyof typeof shownIn): Promise<TicketInChat[]> => {
    const found = await Promise.all(
      talkedAbout.map((status) =>
        alongIndex(
          collection.find(
            { facets: facet('status', status), [shownIn[chat]]: { $exists: true } },
            { projection: { surfaces: 1, reactions: 1 } },
          ),
          { facets: 1, createdAt: -1, _id: -1 },
          { createdAt: -1, _id: -1 },
        )
          .limit(maxOfStatus)
          .toArray(),
      ),
    )
    return found.flat()
  }
