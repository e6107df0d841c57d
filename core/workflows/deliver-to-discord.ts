import type { Desk } from '../desk.ts'
import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Handled } from '../outbox/outbox.ts'
import { ignoreRefusal } from '../provider-errors.ts'
import { isClaimed, type Ticket } from '../tickets/ticket.ts'
import { changedComment } from './changed-comment.ts'
import { sendScheduled } from './send-scheduled.ts'
import type { DiscordWorker } from './worker.ts'
import { each, tasksAtOnce, type Workflow } from './workflow.ts'

/** Runs when something is to be sent to Discord: a ticket's thread, card or comments, or a direct message. */
export const deliverToDiscord = (worker: DiscordWorker): Workflow => ({
  queue: 'discord',
  step: 'deliver to Discord',
  atOnce: tasksAtOnce,
  on: {
    tickets: each((id) =>
      worker.desk.tickets.outbox.drain(id, 'discord', (ticket, entry) => deliver(worker, ticket, entry)),
    ),
    scheduledNotifications: each((id) => sendScheduled(worker, id, 'discord')),
  },
})

type DiscordEntry = EntryIn<'discord', TicketEntry>

async function deliver(worker: DiscordWorker, ticket: Ticket, entry: DiscordEntry): Promise<Handled> {
  const result = `#${ticket.number} ${entry.kind}`
  switch (entry.kind) {
    case 'notify':
      return { result: `#${ticket.number} ${await sendNotification(worker, { entry, ticket })}` }
    case 'card':
      return { result, set: await showCard(worker, ticket) }
    case 'comment':
      await showComment(worker, ticket, entry)
      return { result }
    case 'comment-changed':
      await reviseComment(worker, ticket, entry)
      return { result }
    default:
      throw new UnknownEntry(entry)
  }
}

/** Updates a ticket's headline, thread and card, or creates them if they do not exist yet. */
async function showCard(worker: DiscordWorker, ticket: Ticket) {
  const { headline, thread, card } = ticket.surfaces.discord ?? {}
  if (headline && thread && card) {
    await worker.discord.update(ticket, { headline, thread, card }).catch(ignoreRefusal)
    return undefined
  }
  const made = await makeThread(worker, ticket)
  return made ? { 'surfaces.discord': made } : undefined
}

/** @returns null when Discord has permanently refused one of the three */
async function makeThread({ discord, desk, deliveries }: DiscordWorker, ticket: Ticket) {
  const at = { deliveries, now: desk.now }
  const row = (about: string) => threadRow('discord', about, ticket, `${ticket._id}:${about}:discord`)
  const headline = await deliverOnce(at, row('headline'), (sending) => discord.postHeadline(ticket, sending))
  if (!headline) return null
  const thread = await deliverOnce(at, row('thread'), () => discord.openThread(ticket, headline))
  if (!thread) return null
  const card = await deliverOnce(at, row('card'), (sending) => discord.postCard(ticket, thread, sending))
  return card ? { headline, thread, card } : null
}

async function showComment(
  { discord, desk, deliveries }: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment' }>,
) {
  const comment = await desk.comments.find(entry.comment)
  const thread = ticket.surfaces.discord?.thread
  if (!comment || comment.deleted || !thread) return
  const alert = comment.fromRequester ? await claimerOnDiscord(desk, ticket) : undefined
  const row = threadRow('discord', 'comment', ticket, entry.id)
  const message = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    discord.postComment(comment, thread, sending, alert),
  )
  if (message) await desk.comments.markRelayed(comment._id, 'discord', message)
}

async function reviseComment(
  { discord, desk }: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment-changed' }>,
) {
  const comment = await changedComment(desk, entry)
  const message = comment?.relayed.discord
  const thread = ticket.surfaces.discord?.thread
  if (comment && message && thread) await discord.reviseComment(comment, thread, message).catch(ignoreRefusal)
}

/** Only a claimer is pinged. An assignee who has not claimed the ticket may change at any moment. */
async function claimerOnDiscord(desk: Desk, ticket: Ticket) {
  const claimer = isClaimed(ticket) && ticket.assignee ? await desk.users.find(ticket.assignee.id) : null
  return claimer?.discord
}
