import { sizeOf } from '../../attachments/attached-file.ts'
import { type ChatQueue, chatQueues, type TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import { type Act, type Decide, historyEntry } from '../change.ts'
import { notify } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'
import { type Comment, versionOf } from './comment.ts'
import { watchersWith } from './comment-recipients.ts'
import { isOwnMessage } from './own-message.ts'

/**
 * Queues updates of the chat messages that show a comment. It is written to the ticket before the comment changes, so
 * that the updates survive a crash in between. They wait until the comment has the version named here.
 */
export const announceChange =
  (comment: Comment): Decide =>
  (ticket) => {
    const effects = chatUpdates(comment, ticket)
    return effects.length > 0 ? { set: {}, history: [], effects } : null
  }

/** The same before a deletion, which also removes the comment's files. */
export const announceDeletion =
  (comment: Comment): Decide =>
  (ticket) => {
    const changed = { comment: comment._id, version: versionOf(comment) + 1 }
    const removal: TicketEffect[] = comment.files
      ? [{ queue: 'files', kind: 'remove-files', ...changed }]
      : []
    const effects = [...chatUpdates(comment, ticket), ...removal]
    return effects.length > 0 ? { set: {}, history: [], effects } : null
  }

const chatUpdates = (comment: Comment, ticket: Pick<Ticket, 'surfaces'>) =>
  shownOn(comment, ticket).map(
    (queue): TicketEffect => ({
      queue,
      kind: 'comment-changed',
      comment: comment._id,
      version: versionOf(comment) + 1,
    }),
  )

/**
 * A public comment is shown in every chat, except by the message that it was written in. What was written in a form, or
 * in another thread than the requester's, is shown by a message of the desk. Discord may show it in two threads.
 */
const shownOn = (comment: Comment, ticket: Pick<Ticket, 'surfaces'>): ChatQueue[] =>
  comment.visibility === 'public'
    ? chatQueues.filter(
        (queue) =>
          ((queue !== comment.surface || comment.relayed[queue]) && !isOwnMessage(queue, comment, ticket)) ||
          (queue === 'discord' && ticket.surfaces.discordRequester),
      )
    : []

/** Records an edit in the ticket, after the comment has changed. Notifies people who are newly mentioned. */
export const recordEdit =
  (act: Act & { comment: Comment; mentioned: Person[]; staff: ReadonlySet<string> }): Decide =>
  (ticket) => ({
    set: watchersWith(act.mentioned, act.staff, ticket),
    history: [lineOf(act, 'edited')],
    effects: notify(
      act.actor,
      act.mentioned.map((to) => ({ to, topic: 'mentioned', comment: act.comment._id })),
    ),
  })

/** Records a deletion in the ticket, after the comment was deleted. */
export const recordDeletion =
  (act: Act & { comment: Comment }): Decide =>
  ({ fileBytes = 0, reactions }) => ({
    set: {
      ...(act.comment.files ? { fileBytes: Math.max(0, fileBytes - sizeOf(act.comment.files)) } : {}),
      ...(reactions ? { reactions: reactions.filter(({ comment }) => comment !== act.comment._id) } : {}),
    },
    history: [lineOf(act, 'deleted')],
    effects: [],
  })

const lineOf = (act: Act & { comment: Comment }, what: 'edited' | 'deleted') =>
  historyEntry(act, `${what} ${act.comment.visibility === 'internal' ? 'note' : 'comment'}`, {
    comment: act.comment._id,
  })
