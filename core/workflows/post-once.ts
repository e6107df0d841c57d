import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import type { Sending } from '../notifications/messengers.ts'
import type { TicketEntry } from '../outbox/entry.ts'
import type { Comment, CommentPlace } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Worker } from './worker.ts'

type Posting = Pick<Worker, 'desk' | 'deliveries'>
type CommentEntry = Extract<TicketEntry, { kind: 'comment' }>
type FilesEntry = Pick<Extract<TicketEntry, { kind: 'files' }>, 'comment'>

/** A chat may show a comment in two places. Each has its own row in the log of deliveries. */
function rowOf(place: CommentPlace, about: string, ticket: Ticket, id: string) {
  if (place === 'discordRequester') return threadRow('discord', about, ticket, `${id}:requester`)
  if (place === 'slackModerators') return threadRow('slack', about, ticket, `${id}:moderators`)
  return threadRow(place, about, ticket, id)
}

const filesPlaceOf = (place: CommentPlace) => (place === 'discordRequester' ? 'discord' : place)

/**
 * Whether to post a comment in one place. A deleted one is posted only if an earlier try may have posted it already: then
 * its message is found, and its deletion, which comes next, deletes it.
 */
export async function isToPost(
  { deliveries }: Pick<Posting, 'deliveries'>,
  ticket: Ticket,
  { place, entry }: { place: CommentPlace; entry: CommentEntry },
  comment: Pick<Comment, 'deleted'>,
): Promise<boolean> {
  if (!comment.deleted) return true
  const earlier = await deliveries.find(rowOf(place, 'comment', ticket, entry.id)._id)
  return earlier !== null && earlier.state !== 'refused'
}

/**
 * Posts a comment in one place, once, and stores which message shows it there. Replies, edits, deletions and reactions
 * find it by that.
 * @returns the message; null when the platform refuses it for good @throws what `post` throws when a retry may help
 */
export async function postCommentOnce(
  { desk, deliveries }: Posting,
  ticket: Ticket,
  { place, entry }: { place: CommentPlace; entry: CommentEntry },
  post: (sending: Sending) => Promise<string>,
): Promise<string | null> {
  const row = rowOf(place, 'comment', ticket, entry.id)
  const message = await deliverOnce({ deliveries, now: desk.now }, row, post)
  if (message) await desk.comments.markRelayed(entry.comment, place, message)
  return message
}

/** Posts the files of a ticket or comment in one place, once, and stores which messages show them. */
export async function postFilesOnce(
  { desk, deliveries }: Posting,
  ticket: Ticket,
  { place, entry }: { place: CommentPlace; entry: FilesEntry },
  post: (sending: Sending) => Promise<string>,
): Promise<void> {
  const chat = filesPlaceOf(place)
  const row = rowOf(place, 'files', ticket, `${ticket._id}:files:${entry.comment ?? 'description'}:${chat}`)
  const posted = await deliverOnce({ deliveries, now: desk.now }, row, post)
  if (posted && entry.comment) await desk.comments.markFilesRelayed(entry.comment, chat, posted)
}
