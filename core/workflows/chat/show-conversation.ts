import type { TicketEntry } from '../../outbox/entry.ts'
import { ignoreRefusal } from '../../provider-errors.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import { isOwnMessage } from '../../tickets/comments/own-message.ts'
import { reactedBy } from '../../tickets/comments/reacted-by.ts'
import { isReactedElsewhere } from '../../tickets/comments/reaction-changes.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Worker } from '../worker.ts'
import { changedComment } from './changed-comment.ts'
import type { ConversationPlace, Fields } from './conversation-place.ts'
import { filesToShow, postedFiles } from './files-to-show.ts'
import { postCommentOnce, postFilesOnce, shouldPost, withdrawFiles } from './post-once.ts'

type EntryOf<Kind extends TicketEntry['kind']> = Extract<TicketEntry, { kind: Kind }>

type ConversationEntry = EntryOf<'comment' | 'files' | 'comment-changed' | 'reaction'>

/** Brings a place up to date with what happened in the conversation. @returns what to store, if the place was made for it */
export function showEntry<At>(
  worker: Worker,
  ticket: Ticket,
  entry: ConversationEntry,
  place: ConversationPlace<At>,
): Promise<Fields | undefined> {
  switch (entry.kind) {
    case 'comment':
      return showComment(worker, ticket, entry, place)
    case 'files':
      return showFiles(worker, ticket, entry, place)
    case 'comment-changed':
      return reviseComment(worker, ticket, entry, place)
    case 'reaction':
      return showReaction(worker, ticket, entry, place)
  }
}

/** Shows a comment in a place, once. */
async function showComment<At>(
  worker: Worker,
  ticket: Ticket,
  entry: EntryOf<'comment'>,
  place: ConversationPlace<At>,
): Promise<Fields | undefined> {
  const comment = await worker.desk.comments.find(entry.comment)
  if (!comment) return undefined
  const posting = { place: place.name, entry, comment }
  if (!(await shouldPost(worker, ticket, posting))) return undefined
  return place.inThread((at) =>
    postCommentOnce(worker, ticket, posting, (sending) => place.postComment(comment, at, sending)),
  )
}

/** Shows the files of a ticket or comment in a place, or takes away deleted ones. */
async function showFiles<At>(
  worker: Worker,
  ticket: Ticket,
  entry: Pick<EntryOf<'files'>, 'comment'>,
  place: ConversationPlace<At>,
): Promise<Fields | undefined> {
  const files = await filesToShow(worker, ticket, entry)
  const posting = { place: place.name, entry }
  if (files)
    return place.inThread((at) =>
      postFilesOnce(worker, ticket, posting, (sending) => place.postFiles(files, at, sending)),
    )
  await withdrawFiles(worker, ticket, posting, place.removeFiles)
  return undefined
}

/** Updates what shows a comment that was edited or deleted. A person's own message is theirs to change. */
async function reviseComment<At>(
  worker: Worker,
  ticket: Ticket,
  entry: EntryOf<'comment-changed'>,
  place: ConversationPlace<At>,
): Promise<undefined> {
  const comment = await changedComment(worker.desk, entry)
  if (!comment) return
  const shown = await messageOf(comment, place)
  if (shown && !isOwnMessage(place.name, comment, ticket)) await revise(worker, ticket, comment, place, shown)
  for (const posted of postedFiles(comment, place.name)) await place.removeFiles(posted).catch(ignoreRefusal)
}

/** Shows by the desk's own reaction that somebody reacted elsewhere, and on its own message who. */
async function showReaction<At>(
  worker: Worker,
  ticket: Ticket,
  { comment: id, emoji }: EntryOf<'reaction'>,
  place: ConversationPlace<At>,
): Promise<undefined> {
  const comment = await worker.desk.comments.find(id)
  if (!comment || comment.deleted) return
  const shown = await messageOf(comment, place)
  if (!shown) return
  const isShown = isReactedElsewhere(ticket, { comment: id, emoji }, place.name)
  await place.react({ emoji, isShown }, shown.at, shown.message).catch(ignoreRefusal)
  if (!isOwnMessage(place.name, comment, ticket)) await revise(worker, ticket, comment, place, shown)
}

type Shown<At> = { at: At; message: string }

/** The message that shows a comment in a place. Null: none does, or none that the desk may still change */
async function messageOf<At>(
  { relayed }: Pick<Comment, 'relayed'>,
  place: ConversationPlace<At>,
): Promise<Shown<At> | null> {
  const message = relayed[place.name]
  const at = message && (await place.at())
  return message && at ? { message, at } : null
}

async function revise<At>(
  { desk }: Worker,
  ticket: Ticket,
  comment: Comment,
  place: ConversationPlace<At>,
  { at, message }: Shown<At>,
): Promise<void> {
  const reactions = await reactedBy(desk, ticket, comment, place.name)
  await place.revise(comment, at, message, reactions).catch(ignoreRefusal)
}
