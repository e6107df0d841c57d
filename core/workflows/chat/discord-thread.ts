import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { ThreadPlace } from '../../notifications/messengers/discord-messenger.ts'
import type { Sending } from '../../notifications/messengers/sending.ts'
import { GoneAtProvider, RefusedByProvider, RetryThisLater } from '../../provider-errors.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'
import { mayHaveBeenPosted } from './post-once.ts'

const refusedMs = 10 * 60_000
const maxMade = 3

/** Where the ticket is shown. Null: nowhere yet. */
export function placeOf({ surfaces }: Ticket): ThreadPlace | null {
  const { headline, thread, card } = surfaces.discord ?? {}
  return headline && thread && card ? { headline, thread, card } : null
}

/**
 * Makes the ticket's headline, thread and card. What an interrupted try has made is found again and brought up to date.
 * @param replaces the headline of a thread that was deleted
 * @throws RetryThisLater when Discord refuses one of the three: the ticket must be shown sooner or later
 */
export async function createThread(
  worker: DiscordWorker,
  ticket: Ticket,
  replaces?: string,
  made = 0,
): Promise<ThreadPlace> {
  const { discord } = worker
  if (made === maxMade) throw new RetryThisLater('Discord: a new thread disappears each time', refusedMs)
  if (replaces) await discord.removeHeadline(replaces)
  const make = makerFor(worker, ticket, replaces)
  const headline = await make('headline', (sending) => discord.postHeadline(ticket, sending))
  try {
    const thread = await make('thread', () => discord.openThread(ticket, headline.id))
    const card = await make('card', (sending) => discord.postCard(ticket, thread.id, sending))
    const place = { headline: headline.id, thread: thread.id, card: card.id }
    if (!headline.isFresh || !thread.isFresh || !card.isFresh) await discord.update(ticket, place)
    return place
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    return createThread(worker, ticket, headline.id, made + 1)
  }
}

/**
 * Finds what an interrupted try has made of a ticket that was deleted meanwhile. Nothing of it stays as it was then.
 * @param replaces the headline of a thread that was deleted
 */
export async function findCreatedThread(
  worker: DiscordWorker,
  ticket: Ticket,
  replaces?: string,
): Promise<ThreadPlace | null> {
  const headline = await findPart(worker, partRow(ticket, 'headline', replaces), (sending) =>
    worker.discord.postHeadline(ticket, sending),
  )
  return headline ? createThread(worker, ticket, replaces) : null
}

/** Finds what an interrupted try has made in place of what was deleted by hand. */
export async function findRecreated(
  worker: DiscordWorker,
  ticket: Ticket,
  place: ThreadPlace,
  { what }: GoneAtProvider,
): Promise<ThreadPlace | null> {
  if (what === 'thread') return findCreatedThread(worker, ticket, place.headline)
  const card = await findPart(worker, partRow(ticket, 'card', place.card), (sending) =>
    worker.discord.postCard(ticket, place.thread, sending),
  )
  if (!card) return null
  const remade = { ...place, card }
  await worker.discord.update(ticket, remade)
  return remade
}

/** @param look is told to post nothing @returns the message; null: there is none */
async function findPart(
  { desk, deliveries }: DiscordWorker,
  row: ReturnType<typeof partRow>,
  look: (sending: Sending) => Promise<string>,
): Promise<string | null> {
  if (!(await mayHaveBeenPosted({ deliveries }, row._id))) return null
  return deliverOnce({ deliveries, now: desk.now }, row, (sending) => look({ ...sending, onlyFind: true }))
}

/** Posts the card again in its thread, after it was deleted. @throws GoneAtProvider when the thread is gone */
export async function recreateCard(
  worker: DiscordWorker,
  ticket: Ticket,
  place: ThreadPlace,
): Promise<ThreadPlace> {
  const make = makerFor(worker, ticket, place.card)
  const card = await make('card', (sending) => worker.discord.postCard(ticket, place.thread, sending))
  const remade = { ...place, card: card.id }
  if (!card.isFresh) await worker.discord.update(ticket, remade)
  return remade
}

/**
 * Runs work in the ticket's thread, which is created if there is none, and created again if it was deleted.
 * @param work throws GoneAtProvider when the thread is gone
 * @returns where the ticket is shown now
 */
export async function inThread(
  worker: DiscordWorker,
  ticket: Ticket,
  work: (thread: string) => Promise<unknown>,
): Promise<ThreadPlace> {
  const place = placeOf(ticket) ?? (await createThread(worker, ticket))
  try {
    await work(place.thread)
    return place
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const remade = await createThread(worker, ticket, place.headline)
    await work(remade.thread)
    return remade
  }
}

const partRow = (ticket: Ticket, about: string, replaces?: string) =>
  threadRow('discord', about, ticket, `${ticket._id}:${about}:discord${replaces ? `:after:${replaces}` : ''}`)

/** Makes each part once. @property isFresh false: it was made earlier, and may show the ticket as it was then */
function makerFor({ desk, deliveries }: DiscordWorker, ticket: Ticket, replaces: string | undefined) {
  return async (about: string, send: (sending: Sending) => Promise<string>) => {
    let isFresh = false
    const sent = await deliverOnce(
      { deliveries, now: desk.now },
      partRow(ticket, about, replaces),
      (sending) => {
        isFresh = !sending.mayExist
        return send(sending).catch(asRetry)
      },
    )
    // Rows of earlier versions may say that it was refused for good.
    if (sent === null) throw new RetryThisLater(`Discord has refused the ${about}`, refusedMs)
    return { id: sent, isFresh }
  }
}

function asRetry(error: unknown): never {
  if (!(error instanceof RefusedByProvider) || error instanceof GoneAtProvider) throw error
  throw new RetryThisLater(error.message, refusedMs)
}
