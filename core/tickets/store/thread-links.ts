import { isDuplicate } from '../../database/documentdb.ts'
import { insertEach } from '../../database/insert-each.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import type { Ticket } from '../ticket.ts'
import type { ThreadLink } from './thread-link-model.ts'

type Surfaces = Ticket['surfaces']

export const slackThreadId = (channel: string, ts: string) => `slack:${channel}:${ts}`
export const discordThreadId = (thread: string) => `discord:${thread}`
/** A requester's own private thread. */
export const requesterThreadId = (thread: string) => `discord-requester:${thread}`
/** A requester's card in their direct messages, which hold the cards of all their tickets. */
export const requesterCardId = (card: string) => `discord-card:${card}`

const threadsOf = ({ slack, slackModerators, discord, discordRequester }: Surfaces): string[] => [
  ...[slack, slackModerators].flatMap((card) => (card ? [slackThreadId(card.channel, card.ts)] : [])),
  ...(discord?.thread ? [discordThreadId(discord.thread)] : []),
  ...requesterLinks(discordRequester),
]

function requesterLinks({
  channel,
  isDirect,
  card,
}: NonNullable<Surfaces['discordRequester']> = {}): string[] {
  if (channel && !isDirect) return [requesterThreadId(channel)]
  return card ? [requesterCardId(card)] : []
}

/** The surfaces that a change sets, from the paths in its `$set`. */
export const surfacesIn = (set: Record<string, unknown>) =>
  ({
    slack: set['surfaces.slack'],
    slackModerators: set['surfaces.slackModerators'],
    discord: set['surfaces.discord'],
    discordRequester: set['surfaces.discordRequester'],
  }) as Surfaces

/**
 * Maps threads to tickets. It is a separate collection because an index on tickets would slow down filing, when a
 * ticket has no thread yet.
 */
export function createThreadLinks({ threadLinks }: Pick<Database, 'threadLinks'>) {
  /** Stores links. An existing link stays, since a thread never moves to another ticket. */
  async function note(tickets: Pick<Ticket, '_id' | 'surfaces'>[]) {
    const links = tickets.flatMap(({ _id: ticket, surfaces }) =>
      threadsOf(surfaces).map((_id): ThreadLink => ({ _id, ticket })),
    )
    if (links.length === 0) return
    const failures = await insertEach(rawCollection<ThreadLink>(threadLinks), links)
    const failure = failures.find((one) => one && !isDuplicate(one))
    if (failure) throw failure
  }

  /** @returns the ticket's id */
  const ticketOf = async (thread: string): Promise<string | null> =>
    (await threadLinks.findById(thread).lean())?.ticket ?? null

  /** The tickets of threads on Discord, staff's and requesters', by thread. */
  async function ofDiscordThreads(threads: readonly string[]): Promise<Map<string, string>> {
    const ids = threads.flatMap((thread) => [discordThreadId(thread), requesterThreadId(thread)])
    const links = await threadLinks.find({ _id: { $in: ids } }).lean<ThreadLink[]>()
    return new Map(links.map(({ _id, ticket }) => [_id.replace(/^.*:/, ''), ticket]))
  }

  return { note, ticketOf, ofDiscordThreads }
}
