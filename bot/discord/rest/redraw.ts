import { Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import { RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { cardMessage } from '../views/card.ts'
import { headlineMessage, threadName } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import { openArchived } from './open-archived.ts'

type Places = { headline: string; thread: string; card: string }
type Desk = {
  channelId: string
  appUrl: string
  duplicatesOf: (ticket: string) => Promise<Pick<Ticket, 'number'>[]>
  log: Log
}

/**
 * Draws headline, thread name and card anew. The headline may have been deleted by hand: the card matters more.
 * @throws RefusedByProvider when the thread or its card is gone, RetryLater
 */
export async function redraw(
  { call }: Pick<Calls, 'call'>,
  desk: Desk,
  ticket: Ticket,
  at: Places,
): Promise<void> {
  const headline = Routes.channelMessage(desk.channelId, at.headline)
  await call('patch', headline, { body: headlineMessage(ticket), place: 'desk' }).catch((error) => {
    if (!(error instanceof RefusedByProvider)) throw error
  })
  const thread = await openArchived({ call }, at.thread)
  const body = cardMessage(ticket, desk.appUrl, await desk.duplicatesOf(ticket._id))
  await call('patch', Routes.channelMessage(at.thread, at.card), { body })
  if (thread.name === threadName(ticket)) return
  const renaming = call('patch', Routes.channel(at.thread), { body: { name: threadName(ticket) } })
  await renaming.catch((error) => {
    // Two new names in ten minutes are allowed: the next change of the ticket brings the name up to date
    if (!(error instanceof RetryLater)) throw error
    desk.log.info({ ticket: ticket._id, waitMs: error.afterMs }, 'Discord allows no new thread name yet')
  })
}
