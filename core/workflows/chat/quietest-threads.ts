import type { ThreadStatus } from '../../tickets/store/tickets-by-thread.ts'
import { isOver } from '../../tickets/ticket.ts'

/** @property ticket whose thread it is. Undefined: people have opened it */
export type ActiveThread = { id: string; lastAt: Date; ticket: ThreadStatus | undefined }

/** So many that the next tickets find room, too. */
const batchSize = 20

const ranks = ['done', 'resolved', 'open'] as const
type Rank = (typeof ranks)[number]

/**
 * The threads to archive so that another can be opened: the quietest of closed tickets, else of resolved ones, else the
 * one quietest of an open ticket. The next message there opens it again.
 * @param except id of the ticket that needs a thread
 */
export function quietestThreads(
  threads: readonly ActiveThread[],
  except: string,
): { rank: Rank; ids: string[] } | null {
  for (const rank of ranks) {
    const found = threads
      .filter(({ ticket }) => ticket && ticket._id !== except && rankOf(ticket) === rank)
      .toSorted((one, other) => one.lastAt.getTime() - other.lastAt.getTime())
    if (found.length > 0)
      return { rank, ids: found.slice(0, rank === 'open' ? 1 : batchSize).map(({ id }) => id) }
  }
  return null
}

function rankOf(ticket: ThreadStatus): Rank {
  if (isOver(ticket)) return 'done'
  return ticket.status === 'resolved' ? 'resolved' : 'open'
}
