import { Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import type { ThreadPlace } from '../../../core/notifications/messengers/discord-messenger.ts'
import { ignoreRefusal, RetryThisLater } from '../../../core/provider-errors.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { cardMessage, plainCard } from '../views/card.ts'
import { asPlainPost, asPost } from '../views/forum-post.ts'
import { headlineMessage, plainHeadline } from '../views/headline.ts'
import type { Calls } from './calls.ts'
import type { DeskChannel } from './desk-channel.ts'
import { tagPost } from './forum-post.ts'
import { nameThread } from './name-thread.ts'
import { withoutRefusedText } from './post-once.ts'
import { unarchiveThread } from './unarchive-thread.ts'

type UpdateOptions = {
  channel: DeskChannel
  appUrl: string
  duplicatesOf: (ticket: string) => Promise<Pick<Ticket, 'number'>[]>
  similarTo: (ticket: Ticket) => Promise<SimilarOnCard[]>
  log: Log
}

/**
 * Updates the headline, the card, the thread's name, and the tags of a forum's post. A headline that was deleted by hand is skipped, because the
 * card matters more. A thread that was locked when it was archived is unlocked while people still work on the ticket.
 * @returns `nameIsLate`: Discord allows no new name yet
 * @throws GoneAtProvider when the thread or its card is gone, RetryLater
 */
export async function updateTicket(
  calls: Calls,
  desk: UpdateOptions,
  ticket: Ticket,
  at: ThreadPlace,
): Promise<{ nameIsLate: boolean }> {
  const { call } = calls
  const patchHeadline = (body: object) =>
    call('patch', Routes.channelMessage(desk.channel.id, at.headline), { body, channelKind: 'desk' })
  if (!isPost(at))
    await withoutRefusedText(
      () => patchHeadline(headlineMessage(ticket)),
      () => patchHeadline(plainHeadline(ticket)),
    ).catch(ignoreRefusal)
  const thread = await unarchiveThread(calls, at.thread, { unlock: !isResolved(ticket) })
  const [duplicates, similar] = await Promise.all([desk.duplicatesOf(ticket._id), desk.similarTo(ticket)])
  const patchCard = (body: object) =>
    call('patch', Routes.channelMessage(at.thread, at.card), { body, thread: at.thread })
  const card = cardMessage(ticket, desk.appUrl, duplicates, similar)
  const plain = plainCard(ticket, desk.appUrl)
  await withoutRefusedText(
    () => patchCard(isPost(at) ? asPost(card, ticket) : card),
    () => patchCard(isPost(at) ? asPlainPost(plain, ticket) : plain),
  )
  await tagPost(calls, desk.channel, ticket, thread)
  return { nameIsLate: await isLate(nameThread(calls, ticket, thread, desk.log)) }
}

/** A forum's post begins with the card, and has no headline. */
const isPost = ({ thread, card }: ThreadPlace) => thread === card

const isLate = (naming: Promise<void>) =>
  naming.then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof RetryThisLater)) throw error
      return true
    },
  )
