import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import type { SlackPlace } from '../notifications/messengers.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Handled } from '../outbox/outbox.ts'
import { ignoreRefusal } from '../provider-errors.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { changedComment } from './changed-comment.ts'
import { identifyOnSlack } from './identify-on-slack.ts'
import { sendScheduled } from './send-scheduled.ts'
import type { SlackWorker } from './worker.ts'
import { each, tasksAtOnce, type Workflow } from './workflow.ts'

/** Runs when a card, comment or notification is to be sent to Slack, or a Slack user is to be identified. */
export const deliverToSlack = (worker: SlackWorker): Workflow => ({
  queue: 'slack',
  step: 'deliver to Slack',
  atOnce: tasksAtOnce,
  on: {
    tickets: each((id) =>
      worker.desk.tickets.outbox.drain(id, 'slack', (ticket, entry) => deliver(worker, ticket, entry)),
    ),
    users: each((id) => worker.desk.users.outbox.drain(id, 'slack', (user) => identifyOnSlack(worker, user))),
    scheduledNotifications: each((id) => sendScheduled(worker, id, 'slack')),
  },
})

type SlackEntry = EntryIn<'slack', TicketEntry>

async function deliver(worker: SlackWorker, ticket: Ticket, entry: SlackEntry): Promise<Handled> {
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

/** The requester's Slack account. After they unlink it, even their existing cards get no more updates. */
const slackOf = async ({ desk }: SlackWorker, { requester }: Ticket) =>
  (await desk.users.find(requester.id))?.slack

async function showCard(worker: SlackWorker, ticket: Ticket) {
  const { slack, desk, deliveries } = worker
  const requester = await slackOf(worker, ticket)
  if (!requester) return undefined
  const card = ticket.surfaces.slack
  if (card) {
    await slack.updateCard(ticket, card).catch(ignoreRefusal)
    return undefined
  }
  const row = {
    ...threadRow('slack', 'card', ticket, `${ticket._id}:card:slack`),
    to: ticket.requester.id,
    name: ticket.requester.name,
  }
  let isFresh = false
  const posted = await deliverOnce({ deliveries, now: desk.now }, row, async (sending) => {
    isFresh = !sending.mayExist
    return placeToId(await slack.postCard(ticket, requester, sending))
  })
  if (!posted) return undefined
  const place = idToPlace(posted)
  // A card of an interrupted try shows the ticket as it was then.
  if (!isFresh) await slack.updateCard(ticket, place).catch(ignoreRefusal)
  return { 'surfaces.slack': place }
}

const placeToId = ({ channel, ts }: SlackPlace) => `${channel}/${ts}`
function idToPlace(id: string): SlackPlace {
  const [channel = '', ts = ''] = id.split('/')
  return { channel, ts }
}

async function showComment(
  worker: SlackWorker,
  ticket: Ticket,
  entry: Extract<SlackEntry, { kind: 'comment' }>,
) {
  const { slack, desk, deliveries } = worker
  const card = (await slackOf(worker, ticket)) && ticket.surfaces.slack
  const comment = card && (await desk.comments.find(entry.comment))
  if (!card || !comment || comment.deleted) return
  const row = threadRow('slack', 'comment', ticket, entry.id)
  const ts = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    slack.postComment(comment, card, sending),
  )
  if (ts) await desk.comments.markRelayed(comment._id, 'slack', ts)
}

async function reviseComment(
  worker: SlackWorker,
  ticket: Ticket,
  entry: Extract<SlackEntry, { kind: 'comment-changed' }>,
) {
  const card = (await slackOf(worker, ticket)) && ticket.surfaces.slack
  const comment = await changedComment(worker.desk, entry)
  const ts = comment?.relayed.slack
  if (card && comment && ts) await worker.slack.reviseComment(comment, card, ts).catch(ignoreRefusal)
}
