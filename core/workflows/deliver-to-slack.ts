import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import type { RequesterCard, SlackPlace } from '../notifications/messengers.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Handled } from '../outbox/outbox.ts'
import { GoneAtProvider, ignoreRefusal } from '../provider-errors.ts'
import { usualAnswerOf } from '../tickets/answer-times.ts'
import { isOwnMessage } from '../tickets/comments/own-message.ts'
import { reactedBy } from '../tickets/comments/reacted-by.ts'
import { isReactedElsewhere } from '../tickets/comments/reaction-changes.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { SlackHandle } from '../users/handles/handles.ts'
import { changedComment } from './changed-comment.ts'
import { filesToShow, postedFiles } from './files-to-show.ts'
import { followInSlackDirect } from './follow-direct.ts'
import { identifyOnSlack } from './identify-on-slack.ts'
import { isToPost, mayBeThere, postCommentOnce, postFilesOnce, withdrawFiles } from './post-once.ts'
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
    case 'card': {
      const set = await showCard(worker, ticket)
      await followInSlackDirect(worker, ticket)
      return { result, set }
    }
    case 'comment':
      return { result, set: await showComment(worker, ticket, entry) }
    case 'files':
      return { result, set: await showFiles(worker, ticket, entry) }
    case 'filed-notice':
      await postFiledNotice(worker, ticket, entry)
      return { result }
    case 'comment-changed':
      await reviseComment(worker, ticket, entry)
      return { result }
    case 'reaction':
      await showReaction(worker, ticket, entry)
      return { result }
    default:
      throw new UnknownEntry(entry)
  }
}

/** The requester's Slack account. After they unlink it, even their existing cards get no more updates. */
const slackOf = async ({ desk }: SlackWorker, { requester }: Ticket) =>
  (await desk.users.find(requester.id))?.slack

/**
 * Updates the requester's card, or posts it if there is none. One that was deleted is posted again. Once the ticket is over,
 * none is posted; one that is there, because only Slack's answer was lost, is updated.
 */
async function showCard(worker: SlackWorker, ticket: Ticket): Promise<Fields | undefined> {
  const requester = await slackOf(worker, ticket)
  if (!requester) return undefined
  const card = ticket.surfaces.slack
  if (!card) return fieldsOf(await postCard(worker, ticket, requester, { onlyFind: ticket.deleted }))
  try {
    await worker.slack.updateCard(await cardFor(worker, ticket), card)
    return undefined
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error)
    const onlyFind = ticket.deleted || ticket.status === 'closed'
    return fieldsOf(await postCard(worker, ticket, requester, { replaces: card, onlyFind }))
  }
}

const cardFor = async ({ desk }: SlackWorker, ticket: Ticket): Promise<RequesterCard> => ({
  ticket,
  usualAnswerMinutes: usualAnswerOf(ticket, await desk.answerTimes()),
})

type Fields = Record<string, unknown>

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
  if (onlyFind && !(await mayBeThere(worker, id))) return null
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

/** Shows a comment in the card's thread. If the card was deleted, it is posted again first. */
async function showComment(
  worker: SlackWorker,
  ticket: Ticket,
  entry: Extract<SlackEntry, { kind: 'comment' }>,
): Promise<Fields | undefined> {
  const comment = await worker.desk.comments.find(entry.comment)
  if (!comment) return undefined
  const posting = { place: 'slack', entry, comment } as const
  if (!(await isToPost(worker, ticket, posting))) return undefined
  return inCardThread(worker, ticket, (card) =>
    postCommentOnce(worker, ticket, posting, (sending) => worker.slack.postComment(comment, card, sending)),
  )
}

/** Shows the files of a ticket or comment in the card's thread, or takes away deleted ones. */
async function showFiles(
  worker: SlackWorker,
  ticket: Ticket,
  entry: Extract<SlackEntry, { kind: 'files' }>,
): Promise<Fields | undefined> {
  const files = await filesToShow(worker, ticket, entry)
  const posting = { place: 'slack', entry } as const
  return inCardThread(worker, ticket, (card) =>
    files
      ? postFilesOnce(worker, ticket, posting, (sending) => worker.slack.postFiles(files, card, sending))
      : withdrawFiles(worker, ticket, posting, (posted) => worker.slack.removeFiles(posted, card)),
  )
}

/** Posts in the card's thread, if there is one. @returns the new card, if the old one was deleted */
async function inCardThread(
  worker: SlackWorker,
  ticket: Ticket,
  show: (card: SlackPlace) => Promise<unknown>,
): Promise<Fields | undefined> {
  const requester = await slackOf(worker, ticket)
  const card = requester && ticket.surfaces.slack
  if (!card) return undefined
  try {
    await show(card)
    return undefined
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const moved = await postCard(worker, ticket, requester, { replaces: card })
    if (moved) await show(moved)
    return fieldsOf(moved)
  }
}

/** Says in a channel that a message there was filed. Once that message is deleted, nobody needs to know. */
async function postFiledNotice(
  worker: SlackWorker,
  ticket: Ticket,
  { id, channel, thread }: Extract<SlackEntry, { kind: 'filed-notice' }>,
) {
  const { slack, desk, deliveries } = worker
  const row = threadRow('slack', 'filed-notice', ticket, id)
  await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    slack.postFiledNotice(ticket, { channel, ts: thread }, sending),
  ).catch(ignoreRefusal)
}

/** Shows by the desk's own reaction that somebody reacted elsewhere, and on its own message who. */
async function showReaction(
  worker: SlackWorker,
  ticket: Ticket,
  { comment: id, emoji }: Extract<SlackEntry, { kind: 'reaction' }>,
) {
  const card = (await slackOf(worker, ticket)) && ticket.surfaces.slack
  const comment = await worker.desk.comments.find(id)
  const message = comment?.relayed.slack
  if (!card || !message || comment.deleted) return
  const isShown = isReactedElsewhere(ticket, { comment: id, emoji }, 'slack')
  await worker.slack.react({ emoji, isShown }, card, message).catch(ignoreRefusal)
  if (isOwnMessage('slack', comment, ticket)) return
  const reactions = await reactedBy(worker.desk, ticket, comment, 'slack')
  await worker.slack.reviseComment(comment, card, message, reactions).catch(ignoreRefusal)
}

async function reviseComment(
  worker: SlackWorker,
  ticket: Ticket,
  entry: Extract<SlackEntry, { kind: 'comment-changed' }>,
) {
  const card = (await slackOf(worker, ticket)) && ticket.surfaces.slack
  const comment = await changedComment(worker.desk, entry)
  if (!card || !comment) return
  const { slack } = worker
  const ts = comment.relayed.slack
  const reactions = await reactedBy(worker.desk, ticket, comment, 'slack')
  if (ts) await slack.reviseComment(comment, card, ts, reactions).catch(ignoreRefusal)
  for (const posted of postedFiles(comment, 'slack'))
    await slack.removeFiles(posted, card).catch(ignoreRefusal)
}
