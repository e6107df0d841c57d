import { Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import { RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { cardMessage } from '../views/card.ts'
import { headlineMessage, threadName } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import { unarchiveThread } from './unarchive-thread.ts'

type MessageIds = { headline: string; thread: string; card: string }
type DeskChannel = {
  channelId: string
  appUrl: string
  duplicatesOf: (ticket: string) => Promise<Pick<Ticket, 'number'>[]>
  log: Log
}

/**
 * Updates the headline, the card and the thread's name. A headline that was deleted by hand is skipped, because the
 * card matters more.
 * @throws RefusedByProvider when the thread or its card is gone, RetryLater
 */
export async function updateTicket(
  { call }: Pick<Calls, 'call'>,
  desk: DeskChannel,
  ticket: Ticket,
  ids: MessageIds,
): Promise<void> {
  const headline = Routes.channelMessage(desk.channelId, ids.headline)
  await call('patch', headline, { body: headlineMessage(ticket), channelKind: 'desk' }).catch((error) => {
    if (!(error instanceof RefusedByProvider)) throw error
  })
  const thread = await unarchiveThread({ call }, ids.thread)
  const body = cardMessage(ticket, desk.appUrl, await desk.duplicatesOf(ticket._id))
  await call('patch', Routes.channelMessage(ids.thread, ids.card), { body })
  if (thread.name === threadName(ticket)) return
  const renaming = call('patch', Routes.channel(ids.thread), { body: { name: threadName(ticket) } })
  await renaming.catch((error) => {
    // Discord allows two renames in ten minutes. The next change of the ticket updates the name.
    if (!(error instanceof RetryLater)) throw error
    desk.log.info({ ticket: ticket._id, waitMs: error.afterMs }, 'Discord allows no new thread name yet')
  })
}
