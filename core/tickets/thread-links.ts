import type { mongo } from 'mongoose'
import type { Database } from '../open-database.ts'
import { isDuplicate } from '../database/duplicate.ts'
import { insertEach } from '../database/insert-each.ts'
import type { Place } from './thread-link-model.ts'
import type { Ticket } from './ticket.ts'

type Surfaces = Ticket['surfaces']

export const slackPlace = (channel: string, ts: string) => `slack:${channel}:${ts}`
export const discordPlace = (thread: string) => `discord:${thread}`

/** The threads of a ticket. */
const placesOf = ({ slack, discord }: Surfaces): string[] => [
  ...(slack ? [slackPlace(slack.channel, slack.ts)] : []),
  ...(discord?.thread ? [discordPlace(discord.thread)] : []),
]

/** What a change says of surfaces, by their paths as `$set` has them. */
export const surfacesIn = (set: Record<string, unknown>) =>
  ({ slack: set['surfaces.slack'], discord: set['surfaces.discord'] }) as Surfaces

/**
 * Which ticket a thread is about. An index on the tickets themselves would be written with each one that is filed,
 * though it has no thread yet.
 */
export function createPlaceStore({ places }: Pick<Database, 'places'>) {
  /** What is noted already stays: a thread never gets another ticket. */
  async function note(tickets: Pick<Ticket, '_id' | 'surfaces'>[]) {
    const noted = tickets.flatMap(({ _id: ticket, surfaces }) =>
      placesOf(surfaces).map((_id): Place => ({ _id, ticket })),
    )
    if (noted.length === 0) return
    const failures = await insertEach(places.collection as unknown as mongo.Collection<Place>, noted)
    const failure = failures.find((one) => one && !isDuplicate(one))
    if (failure) throw failure
  }

  /** @returns the ticket's id */
  const ticketAt = async (place: string): Promise<string | null> =>
    (await places.findById(place).lean())?.ticket ?? null

  return { note, ticketAt }
}
