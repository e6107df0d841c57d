import { ignoreRefusal } from '../../provider-errors.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'
import { quietestThreads } from './quietest-threads.ts'

/** Makes room for a thread of this ticket where the server has as many active threads as Discord allows. */
export async function archiveQuietThreads(
  { discord, desk }: Pick<DiscordWorker, 'discord' | 'desk'>,
  { _id }: Pick<Ticket, '_id'>,
): Promise<void> {
  const active = await discord.activeThreads()
  const tickets = await desk.tickets.statusOfDiscordThreads(active.map(({ id }) => id))
  const quietest = quietestThreads(
    active.map((thread) => ({ ...thread, ticket: tickets.get(thread.id) })),
    _id,
  )
  const full = 'Discord: the server has as many active threads as Discord allows'
  if (!quietest)
    return desk.log.error(
      `${full}, and none of them is another ticket’s. Archive some: tickets wait for theirs.`,
    )
  const { rank, ids } = quietest
  for (const id of ids) await discord.archiveThread(id).catch(ignoreRefusal)
  const whose = { done: 'closed', resolved: 'resolved', open: 'open' }[rank]
  desk.log.warn({ archived: ids.length }, `${full}. The quietest of ${whose} tickets are archived.`)
}
