import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { SlackPlace } from '../../notifications/messengers/slack-messenger.ts'
import { GoneAtProvider, RefusedByProvider, RetryThisLater } from '../../provider-errors.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { ModeratorsWorker } from '../worker.ts'
import { mayHaveBeenPosted } from './post-once.ts'

const refusedMs = 10 * 60_000

/** Where the ticket's card is. Null: nowhere yet, or in a channel that was the moderators' before. */
export function cardOf({ moderators }: ModeratorsWorker, { surfaces }: Ticket): SlackPlace | null {
  const card = surfaces.slackModerators
  return card?.channel === moderators.channel ? card : null
}

/**
 * Posts the card in the moderators' channel, once. What an interrupted try has posted is found again and brought up to date.
 * @param replaces the card that was deleted
 * @throws RetryThisLater when Slack refuses it: the ticket must be shown sooner or later
 */
export async function postCard(
  worker: ModeratorsWorker,
  ticket: Ticket,
  replaces?: SlackPlace,
): Promise<SlackPlace> {
  const { moderators, desk, deliveries } = worker
  const { channel } = moderators
  const row = rowOf(worker, ticket, replaces)
  let isFresh = false
  const ts = await deliverOnce({ deliveries, now: desk.now }, row, async (sending) => {
    isFresh = !sending.mayExist
    return moderators.postCard(ticket, sending).catch(asRetry)
  })
  if (ts === null) throw new RetryThisLater('Slack has refused the card', refusedMs)
  const place = { channel, ts }
  if (!isFresh) await moderators.updateCard(ticket, place)
  return place
}

const rowOf = ({ moderators }: ModeratorsWorker, ticket: Ticket, replaces?: SlackPlace) =>
  threadRow(
    'slack',
    'moderators-card',
    ticket,
    `${ticket._id}:card:${moderators.channel}${replaces ? `:after:${replaces.ts}` : ''}`,
  )

/** Finds the card of a deleted ticket that an interrupted try may have posted. Null: there is none */
export async function findCard(worker: ModeratorsWorker, ticket: Ticket): Promise<SlackPlace | null> {
  const { moderators, desk, deliveries } = worker
  const row = rowOf(worker, ticket)
  if (!(await mayHaveBeenPosted(worker, row._id))) return null
  const ts = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    moderators.postCard(ticket, { ...sending, onlyFind: true }),
  )
  return ts === null ? null : { channel: moderators.channel, ts }
}

function asRetry(error: unknown): never {
  if (!(error instanceof RefusedByProvider)) throw error
  throw new RetryThisLater(error.message, refusedMs)
}

/**
 * Runs work in the card's thread. The card is posted if there is none, and posted again if it was deleted.
 * @param work throws GoneAtProvider when the thread is gone
 * @returns where the ticket's card is now
 */
export async function inCardThread(
  worker: ModeratorsWorker,
  ticket: Ticket,
  work: (card: SlackPlace) => Promise<unknown>,
): Promise<SlackPlace> {
  const card = cardOf(worker, ticket) ?? (await postCard(worker, ticket))
  try {
    await work(card)
    return card
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const again = await postCard(worker, ticket, card)
    await work(again)
    return again
  }
}
