import type { ThreadPlace } from '../../notifications/messengers/discord-messenger.ts'
import type { TicketEntry } from '../../outbox/entry.ts'
import type { Handled } from '../../outbox/outbox.ts'
import { GoneAtProvider, ignoreRefusal } from '../../provider-errors.ts'
import { isOver, type Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'
import { callOnDuty } from './call-on-duty.ts'
import type { Fields } from './conversation-place.ts'
import { createThread, findCreatedThread, findRecreated, placeOf, recreateCard } from './discord-thread.ts'
import { addClaimer } from './discord-thread-members.ts'
import { followInDirect } from './follow-direct.ts'
import { showResolution } from './show-resolution.ts'

/** What drawing a card leads to: fields to store, and entries for what has to wait. */
export type Shown = Omit<Handled<TicketEntry>, 'result'>

/**
 * Updates a ticket's headline, thread and card, or makes them if they do not exist yet. A deleted card is posted again.
 * A deleted thread is created again, unless the ticket is closed: then somebody has tidied up. Whoever has claimed the ticket is
 * added to the thread, and the thread of a ticket that is done is archived.
 */
export async function showCard(worker: DiscordWorker, ticket: Ticket): Promise<Shown> {
  const place = placeOf(ticket)
  if (!place)
    return ticket.deleted
      ? lastShown(worker, await findCreatedThread(worker, ticket))
      : firstShown(worker, ticket)
  try {
    const updated = await worker.discord.update(ticket, place)
    await showResolution(worker, ticket, place.thread)
    await followInDirect(worker, ticket)
    await callOnDuty(worker, ticket, place.thread)
    const set = await addClaimer(worker, ticket, place)
    if (isOver(ticket)) await worker.discord.archiveThread(place.thread)
    return { ...afterUpdate(ticket, updated), set }
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error) ?? {}
    if (ticket.deleted) return lastShown(worker, await findRecreated(worker, ticket, place, error))
    if (error.what === 'thread' && ticket.status === 'closed') return {}
    return shownAt(await healed(worker, ticket, place, error))
  }
}

async function firstShown(worker: DiscordWorker, ticket: Ticket): Promise<Shown> {
  const place = await createThread(worker, ticket)
  await callOnDuty(worker, ticket, place.thread)
  return shownAt(place)
}

/** A deleted ticket is shown only where an interrupted try has shown it already. */
async function lastShown(worker: DiscordWorker, place: ThreadPlace | null): Promise<Shown> {
  if (!place) return {}
  await worker.discord.archiveThread(place.thread)
  return shownAt(place)
}

async function healed(worker: DiscordWorker, ticket: Ticket, place: ThreadPlace, { what }: GoneAtProvider) {
  if (what === 'thread') return createThread(worker, ticket, place.headline)
  return recreateCard(worker, ticket, place).catch((error: unknown) => {
    if (!(error instanceof GoneAtProvider)) throw error
    return createThread(worker, ticket, place.headline)
  })
}

const shownAt = (place: ThreadPlace) => ({ set: { 'surfaces.discord': place } })

/** What to store when the thread is another than the ticket says. */
export const movedTo = ({ surfaces }: Ticket, place: ThreadPlace): Fields | undefined =>
  place.thread === surfaces.discord?.thread ? undefined : shownAt(place).set

/** Discord allows two new names in ten minutes. The third waits in the outbox, and holds nothing up. */
const afterUpdate = ({ outbox }: Ticket, { nameIsLate }: { nameIsLate: boolean }): Shown =>
  nameIsLate && !outbox.some(({ kind }) => kind === 'thread-name')
    ? { next: [{ queue: 'discord', kind: 'thread-name' }] }
    : {}

export async function nameThread({ discord }: DiscordWorker, ticket: Ticket) {
  const place = placeOf(ticket)
  if (place) await discord.nameThread(ticket, place.thread).catch(ignoreRefusal)
}
