import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { FileSending, Sending } from '../../notifications/messengers/sending.ts'
import type { TicketEntry } from '../../outbox/entry.ts'
import { ignoreRefusal } from '../../provider-errors.ts'
import type { Comment, CommentPlace } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Worker } from '../worker.ts'

type Posting = Pick<Worker, 'desk' | 'deliveries'>
type CommentEntry = Extract<TicketEntry, { kind: 'comment' }>
type CommentPosting = { place: CommentPlace; entry: CommentEntry; comment: Pick<Comment, 'deleted'> }
type FilesEntry = Pick<Extract<TicketEntry, { kind: 'files' }>, 'comment'>
type FilesPosting = { place: CommentPlace; entry: FilesEntry }

/** A chat may show a comment in two places. Each has its own row in the log of deliveries. */
function rowOf(place: CommentPlace, about: string, ticket: Ticket, id: string) {
  if (place === 'discordRequester') return threadRow('discord', about, ticket, `${id}:requester`)
  if (place === 'slackModerators') return threadRow('slack', about, ticket, `${id}:moderators`)
  return threadRow(place, about, ticket, id)
}

const filesPlaceOf = (place: CommentPlace) => (place === 'discordRequester' ? 'discord' : place)

const filesRowOf = (ticket: Ticket, { place, entry }: FilesPosting) =>
  rowOf(
    place,
    'files',
    ticket,
    `${ticket._id}:files:${entry.comment ?? 'description'}:${filesPlaceOf(place)}`,
  )

/**
 * Whether to show a comment in one place. A deleted one is only looked for, if an earlier try may have posted it: its
 * deletion, which comes next, deletes what is found.
 */
export async function shouldPost(
  { deliveries }: Pick<Posting, 'deliveries'>,
  ticket: Ticket,
  { place, entry, comment }: CommentPosting,
): Promise<boolean> {
  return !comment.deleted || mayHaveBeenPosted({ deliveries }, rowOf(place, 'comment', ticket, entry.id)._id)
}

/** Whether an earlier try has posted a message, or may have. @param id of its row in the log of deliveries */
export async function mayHaveBeenPosted(
  { deliveries }: Pick<Posting, 'deliveries'>,
  id: string,
): Promise<boolean> {
  const earlier = await deliveries.find(id)
  return earlier !== null && earlier.state !== 'refused'
}

/**
 * Posts a comment in one place, once, and stores which message shows it there. Replies, edits, deletions and reactions
 * find it by that.
 * @returns the message; null when the platform refuses it for good, or a deleted one isn't there @throws what `post` throws when a retry may help
 */
export async function postCommentOnce(
  { desk, deliveries }: Posting,
  ticket: Ticket,
  { place, entry, comment }: CommentPosting,
  post: (sending: Sending) => Promise<string>,
): Promise<string | null> {
  const row = rowOf(place, 'comment', ticket, entry.id)
  const message = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    post(comment.deleted ? { ...sending, onlyFind: true } : sending),
  )
  if (message) await desk.comments.markRelayed(entry.comment, place, message)
  return message
}

/** Posts the files of a ticket or comment in one place, once, and stores which messages show them. */
export async function postFilesOnce(
  { desk, deliveries }: Posting,
  ticket: Ticket,
  { place, entry }: FilesPosting,
  post: (sending: FileSending) => Promise<string>,
): Promise<void> {
  const row = filesRowOf(ticket, { place, entry })
  const note = (posted: string) => deliveries.noted(row._id, posted)
  const posted = await deliverOnce({ deliveries, now: desk.now }, row, async (sending) => {
    const earlier = sending.mayExist ? await deliveries.find(row._id) : null
    return post({ ...sending, noted: earlier?.providerId ?? null, note })
  })
  if (posted && entry.comment)
    await desk.comments.markFilesRelayed(entry.comment, filesPlaceOf(place), posted)
}

/** Takes away what an earlier try may have posted of files that were deleted meanwhile. */
export async function withdrawFiles(
  { desk, deliveries }: Posting,
  ticket: Ticket,
  posting: FilesPosting,
  remove: (posted: string) => Promise<void>,
): Promise<void> {
  const { _id } = filesRowOf(ticket, posting)
  const earlier = await deliveries.find(_id)
  if (!earlier?.providerId) return
  await remove(earlier.providerId).catch(ignoreRefusal)
  if (earlier.state === 'sending') await deliveries.refused(_id, 'The files were deleted.', desk.now())
}
