import type { Desk } from '../desk.ts'
import { deliverOnce } from '../notifications/deliver-once.ts'
import type { DiscordMessenger } from '../notifications/messengers.ts'
import { RefusedByProvider } from '../notifications/provider-errors.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { isClaimed, type Ticket } from '../tickets/ticket.ts'
import { commentNow } from './comment-now.ts'
import { drainQueue } from './drain-queue.ts'
import { tellPerson } from './tell-person.ts'
import { placeRow, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

export type DiscordWorker = Worker & { discord: DiscordMessenger }

/** Brings Discord up to date with a ticket: thread and card, what was said, and direct messages, in order. */
export const deliverTicketToDiscord = (worker: DiscordWorker, id: string) =>
  drainQueue(worker.desk.tickets, id, 'discord', async (owed) => {
    const ticket = await worker.desk.tickets.find(id)
    if (!ticket) return undefined
    if (owed.kind === 'card') return showCard(worker, ticket)
    if (owed.kind === 'comment') await showComment(worker, ticket, owed)
    if (owed.kind === 'comment-changed') await reviseComment(worker, ticket, owed)
    const person = owed.kind === 'notify' && owed.to ? await worker.desk.users.find(owed.to) : null
    if (person) await tellOnDiscord(worker, { owed, ticket, person })
    return undefined
  })

/** Headline, thread and card are three messages, each made once; what exists already is redrawn. */
async function showCard(worker: DiscordWorker, ticket: Ticket) {
  const { headline, thread, card } = ticket.surfaces.discord ?? {}
  if (headline && thread && card) {
    await worker.discord.update(ticket, { headline, thread, card }).catch(ignoreRefusal)
    return undefined
  }
  const made = await makeThread(worker, ticket)
  return made ? { 'surfaces.discord': made } : undefined
}

/** What is gone on Discord can't be brought up to date. */
const ignoreRefusal = (error: unknown) => {
  if (!(error instanceof RefusedByProvider)) throw error
}

async function makeThread({ discord, desk, ...worker }: DiscordWorker, ticket: Ticket) {
  const place = { ...worker, now: desk.now }
  const row = (about: string) => placeRow('discord', about, ticket, `${ticket._id}:${about}:discord`)
  const headline = await deliverOnce(place, row('headline'), (sending) =>
    discord.postHeadline(ticket, sending),
  )
  if (!headline) return null
  const thread = await deliverOnce(place, row('thread'), () => discord.openThread(ticket, headline))
  if (!thread) return null
  const card = await deliverOnce(place, row('card'), (sending) => discord.postCard(ticket, thread, sending))
  return card ? { headline, thread, card } : null
}

async function showComment({ discord, desk, ...worker }: DiscordWorker, ticket: Ticket, owed: OutboxEntry) {
  const comment = owed.comment ? await desk.comments.find(owed.comment) : null
  const thread = ticket.surfaces.discord?.thread
  if (!comment || comment.deleted || !thread) return
  const alert = comment.fromRequester ? await accountOfClaimer(desk, ticket) : undefined
  const message = await deliverOnce(
    { ...worker, now: desk.now },
    placeRow('discord', 'comment', ticket, owed.id),
    (sending) => discord.postComment(comment, thread, sending, alert),
  )
  if (message) await desk.comments.markRelayed(comment._id, 'discord', message)
}

async function reviseComment({ discord, desk }: DiscordWorker, ticket: Ticket, owed: OutboxEntry) {
  const comment = await commentNow(desk, owed)
  const message = comment?.relayed.discord
  const thread = ticket.surfaces.discord?.thread
  if (comment && message && thread) await discord.reviseComment(comment, thread, message).catch(ignoreRefusal)
}

/** Who has claimed it wants to know what the requester says; a mere assignment may be somebody else's in a minute. */
async function accountOfClaimer(desk: Desk, ticket: Ticket) {
  const claimer = isClaimed(ticket) && ticket.assignee ? await desk.users.find(ticket.assignee.id) : null
  return claimer?.discord
}

/** A direct message. */
export const tellOnDiscord = (worker: DiscordWorker, telling: Omit<Telling, 'channel'>) =>
  tellPerson(worker, { ...telling, channel: 'discord' }, (notice, sending) => {
    if (!telling.person.discord) throw new RefusedByProvider('They are not on Discord any more.')
    return worker.discord.sendDirect(notice, telling.person.discord, sending)
  })
