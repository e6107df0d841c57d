import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { RequesterCard } from '../../notifications/messengers/sending.ts'
import type { SlackPlace } from '../../notifications/messengers/slack-messenger.ts'
import { GoneAtProvider, ignoreRefusal } from '../../provider-errors.ts'
import { usualAnswerOf } from '../../tickets/answer-times.ts'
import { isOver, type Ticket } from '../../tickets/ticket.ts'
import type { SlackHandle } from '../../users/handles/handles.ts'
import type { SlackWorker } from '../worker.ts'
import type { Fields } from './conversation-place.ts'
import { mayHaveBeenPosted } from './post-once.ts'

/** The requester's Slack account. After they unlink it, even their existing cards get no more updates. */
export const slackOf = async ({ desk }: SlackWorker, { requester }: Ticket) =>
  (await desk.users.find(requester.id))?.slack

/**
 * Updates the requester's card, or posts it if there is none. One that was deleted is posted again. Once the ticket is over,
 * none is posted; one that is there, because only Slack's answer was lost, is updated.
 */
export async function showCard(worker: SlackWorker, ticket: Ticket): Promise<Fields | undefined> {
  const requester = await slackOf(worker, ticket)
  if (!requester) return undefined
  const card = ticket.surfaces.slack
  if (!card) return fieldsOf(await postCard(worker, ticket, requester, { onlyFind: ticket.deleted }))
  try {
    await worker.slack.updateCard(await cardFor(worker, ticket), card)
    return undefined
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error)
    const onlyFind = isOver(ticket)
    return fieldsOf(await postCard(worker, ticket, requester, { replaces: card, onlyFind }))
  }
}

const cardFor = async ({ desk }: SlackWorker, ticket: Ticket): Promise<RequesterCard> => ({
  ticket,
  usualAnswerMinutes: usualAnswerOf(ticket, await desk.answerTimes()),
})

const fieldsOf = (place: SlackPlace | null): Fields | undefined =>
  place ? { 'surfaces.slack': place } : undefined

/**
 * Posts the card once.
 * @param how.replaces the card that was deleted @param how.onlyFind posts none, but finds that of an interrupted try
 * @returns null when Slack refuses it for good, or it isn't there
 */
async function postCard(
  worker: SlackWorker,
  ticket: Ticket,
  requester: SlackHandle,
  { replaces, onlyFind = false }: { replaces?: SlackPlace; onlyFind?: boolean },
): Promise<SlackPlace | null> {
  const { slack, desk, deliveries } = worker
  const id = `${ticket._id}:card:slack${replaces ? `:after:${replaces.ts}` : ''}`
  if (onlyFind && !(await mayHaveBeenPosted(worker, id))) return null
  const card = await cardFor(worker, ticket)
  const { id: to, name } = ticket.requester
  let isFresh = false
  const row = { ...threadRow('slack', 'card', ticket, id), to, name }
  const posted = await deliverOnce({ deliveries, now: desk.now }, row, async (sending) => {
    isFresh = !sending.mayExist
    return placeToId(await slack.postCard(card, requester, { ...sending, onlyFind }))
  })
  if (!posted) return null
  const place = idToPlace(posted)
  // A card of an interrupted try shows the ticket as it was then.
  if (!isFresh) await slack.updateCard(card, place).catch(ignoreRefusal)
  return place
}

const placeToId = ({ channel, ts }: SlackPlace) => `${channel}/${ts}`
function idToPlace(id: string): SlackPlace {
  const [channel = '', ts = ''] = id.split('/')
  return { channel, ts }
}

/** Posts in the card's thread, if there is one. @returns the new card, if the old one was deleted */
export async function inCardThread(
  worker: SlackWorker,
  ticket: Ticket,
  work: (card: SlackPlace) => Promise<unknown>,
): Promise<Fields | undefined> {
  const requester = await slackOf(worker, ticket)
  const card = requester && ticket.surfaces.slack
  if (!card) return undefined
  try {
    await work(card)
    return undefined
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const moved = await postCard(worker, ticket, requester, { replaces: card })
    if (moved) await work(moved)
    return fieldsOf(moved)
  }
}
