import type { mongo } from 'mongoose'
import { alongIndex } from '../database/documentdb.ts'
import { facet } from './lists/facets.ts'
import type { Ticket } from './ticket.ts'
import type { Status } from './ticket-values.ts'

const talkedAbout: readonly Status[] = ['open', 'in_progress', 'waiting', 'resolved']
const maxOfStatus = 500

/** The tickets that somebody in Slack may have written about: of each status but closed, the newest 500 with a card there. */
export const createTicketsInSlack =
  (collection: mongo.Collection<Ticket>) => async (): Promise<Pick<Ticket, '_id' | 'surfaces'>[]> => {
    const found = await Promise.all(
      talkedAbout.map((status) =>
        alongIndex(
          collection.find(
            {
              facets: facet('status', status),
              $or: [
                { 'surfaces.slack.ts': { $exists: true } },
                { 'surfaces.slackModerators.ts': { $exists: true } },
              ],
            },
            { projection: { surfaces: 1 } },
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
