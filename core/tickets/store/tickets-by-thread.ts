import type { mongo } from 'mongoose'
import type { Ticket } from '../ticket.ts'
import {
  type createThreadLinks,
  discordThreadId,
  requesterCardId,
  requesterThreadId,
  slackThreadId,
} from './thread-links.ts'

/** What the archiving of threads needs to know of a ticket. */
export type ThreadStatus = Pick<Ticket, '_id' | 'status' | 'deleted'>

/** Finds tickets by the threads and cards in chat that show them. */
export function createTicketsByThread(
  collection: mongo.Collection<Ticket>,
  threadLinks: ReturnType<typeof createThreadLinks>,
) {
  const findAt = async (thread: string) => {
    const id = await threadLinks.ticketOf(thread)
    return id ? collection.findOne({ _id: id }) : null
  }

  /** The tickets, as far as they say whether their threads are still needed, by thread. */
  async function statusOfDiscordThreads(threads: readonly string[]): Promise<Map<string, ThreadStatus>> {
    const links = await threadLinks.ofDiscordThreads(threads)
    const found = await collection
      .find({ _id: { $in: [...new Set(links.values())] } }, { projection: { status: 1, deleted: 1 } })
      .toArray()
    const byId = new Map(found.map((ticket) => [ticket._id, ticket]))
    return new Map(
      [...links].flatMap(([thread, id]) => {
        const ticket = byId.get(id)
        return ticket ? [[thread, ticket]] : []
      }),
    )
  }

  return {
    findBySlackThread: (channel: string, ts: string) => findAt(slackThreadId(channel, ts)),
    findByDiscordThread: (thread: string) => findAt(discordThreadId(thread)),
    findByRequesterThread: (thread: string) => findAt(requesterThreadId(thread)),
    findByRequesterCard: (card: string) => findAt(requesterCardId(card)),
    statusOfDiscordThreads,
  }
}
