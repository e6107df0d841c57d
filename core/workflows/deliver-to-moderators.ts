import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import type { SlackPlace } from '../notifications/messengers.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Handled } from '../outbox/outbox.ts'
import { GoneAtProvider, ignoreRefusal } from '../provider-errors.ts'
import { isOwnMessage } from '../tickets/comments/own-message.ts'
import { reactedBy } from '../tickets/comments/reacted-by.ts'
import { isReactedElsewhere } from '../tickets/comments/reaction-changes.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { changedComment } from './changed-comment.ts'
import { filesToShow, postedFiles } from './files-to-show.ts'
import { cardOf, findCard, inCardThread, postCard } from './moderators-card.ts'
import { isToPost, postCommentOnce, postFilesOnce, withdrawFiles } from './post-once.ts'
import { newResolution } from './show-resolution.ts'
import type { ModeratorsWorker } from './worker.ts'
import { each, tasksAtOnce, type Workflow } from './workflow.ts'

/** Runs when the moderators' channel on Slack is to show something: a ticket's card, or its conversation below. */
export const deliverToModerators = (worker: ModeratorsWorker): Workflow => ({
  queue: 'slackModerators',
  step: 'deliver to the moderators’ channel',
  atOnce: tasksAtOnce,
  on: {
    tickets: each((id) =>
      worker.desk.tickets.outbox.drain(id, 'slackModerators', (ticket, entry) =>
        deliver(worker, ticket, entry),
      ),
    ),
  },
})

type ModeratorsEntry = EntryIn<'slackModerators', TicketEntry>

async function deliver(worker: ModeratorsWorker, ticket: Ticket, entry: ModeratorsEntry): Promise<Handled> {
  const result = `#${ticket.number} ${entry.kind}`
  switch (entry.kind) {
    case 'card':
      return { result, set: await showCard(worker, ticket) }
    case 'comment':
      return { result, set: await showComment(worker, ticket, entry) }
    case 'files':
      return { result, set: await showFiles(worker, ticket, entry) }
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

type Fields = Record<string, unknown>
type Entry<Kind extends ModeratorsEntry['kind']> = Extract<ModeratorsEntry, { kind: Kind }>

const movedTo = ({ surfaces }: Ticket, card: SlackPlace): Fields | undefined =>
  card.ts === surfaces.slackModerators?.ts && card.channel === surfaces.slackModerators.channel
    ? undefined
    : { 'surfaces.slackModerators': card }

/**
 * Updates the card, or posts it if there is none. One that was deleted is posted again, unless the ticket is closed: then
 * somebody has tidied up. What stands below the card of a deleted ticket is deleted.
 */
async function showCard(worker: ModeratorsWorker, ticket: Ticket): Promise<Fields | undefined> {
  const { moderators } = worker
  const card = cardOf(worker, ticket) ?? (ticket.deleted ? await findCard(worker, ticket) : null)
  if (!card) return ticket.deleted ? undefined : movedTo(ticket, await postCard(worker, ticket))
  try {
    await moderators.updateCard(ticket, card)
    if (ticket.deleted) await moderators.clearThread(card)
    await showResolution(worker, ticket, card)
    return movedTo(ticket, card)
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error)
    const isOver = ticket.deleted || ticket.status === 'closed'
    return isOver ? undefined : movedTo(ticket, await postCard(worker, ticket, card))
  }
}

/** Says once in the thread that the ticket is resolved, because its end may be far below the card. */
async function showResolution(
  { moderators, desk, deliveries }: ModeratorsWorker,
  ticket: Ticket,
  card: SlackPlace,
) {
  const resolution = newResolution(ticket, desk.now())
  if (!resolution) return
  const id = `${ticket._id}:resolution:${resolution.at.getTime()}:slackModerators`
  await deliverOnce({ deliveries, now: desk.now }, threadRow('slack', 'resolution', ticket, id), (sending) =>
    moderators.postResolution(ticket, card, sending),
  )
}

async function showComment(
  worker: ModeratorsWorker,
  ticket: Ticket,
  entry: Entry<'comment'>,
): Promise<Fields | undefined> {
  const comment = await worker.desk.comments.find(entry.comment)
  if (!comment || ticket.deleted) return undefined
  const posting = { place: 'slackModerators', entry, comment } as const
  if (!(await isToPost(worker, ticket, posting))) return undefined
  const card = await inCardThread(worker, ticket, (at) =>
    postCommentOnce(worker, ticket, posting, (sending) => worker.slack.postComment(comment, at, sending)),
  )
  return movedTo(ticket, card)
}

/** Shows the files of a ticket or comment, or takes away deleted ones. */
async function showFiles(
  worker: ModeratorsWorker,
  ticket: Ticket,
  entry: Entry<'files'>,
): Promise<Fields | undefined> {
  const files = await filesToShow(worker, ticket, entry)
  const posting = { place: 'slackModerators', entry } as const
  if (files) {
    const card = await inCardThread(worker, ticket, (at) =>
      postFilesOnce(worker, ticket, posting, (sending) => worker.slack.postFiles(files, at, sending)),
    )
    return movedTo(ticket, card)
  }
  const at = cardOf(worker, ticket)
  if (at) await withdrawFiles(worker, ticket, posting, (posted) => worker.slack.removeFiles(posted, at))
  return undefined
}

/** Shows by the desk's own reaction that somebody reacted elsewhere, and on its own message who. */
async function showReaction(
  worker: ModeratorsWorker,
  ticket: Ticket,
  { comment: id, emoji }: Entry<'reaction'>,
) {
  const card = cardOf(worker, ticket)
  const comment = await worker.desk.comments.find(id)
  const message = comment?.relayed.slackModerators
  if (!card || !message || comment.deleted) return
  const isShown = isReactedElsewhere(ticket, { comment: id, emoji }, 'slackModerators')
  await worker.slack.react({ emoji, isShown }, card, message).catch(ignoreRefusal)
  if (isOwnMessage('slackModerators', comment, ticket)) return
  const reactions = await reactedBy(worker.desk, ticket, comment, 'slackModerators')
  await worker.slack.reviseComment(comment, card, message, reactions).catch(ignoreRefusal)
}

async function reviseComment(worker: ModeratorsWorker, ticket: Ticket, entry: Entry<'comment-changed'>) {
  const card = cardOf(worker, ticket)
  const comment = await changedComment(worker.desk, entry)
  if (!card || !comment) return
  const { slack } = worker
  const message = comment.relayed.slackModerators
  const reactions = await reactedBy(worker.desk, ticket, comment, 'slackModerators')
  if (message && !isOwnMessage('slackModerators', comment, ticket))
    await slack.reviseComment(comment, card, message, reactions).catch(ignoreRefusal)
  for (const posted of postedFiles(comment, 'slackModerators'))
    await slack.removeFiles(posted, card).catch(ignoreRefusal)
}
