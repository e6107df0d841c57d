import { idOf } from '../../ids.ts'
import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import { type Act, type Decide, entry } from '../change.ts'
import { notify } from '../recipients.ts'
import { type Comment, versionOf } from './comment.ts'
import { watchersWith } from './comment-recipients.ts'

/**
 * Queues updates of the chat messages that show a comment. It is written to the ticket before the comment changes, so
 * that the updates survive a crash in between. They wait until the comment has the version named here.
 */
export const announceChange =
  (comment: Comment): Decide =>
  () => {
    const effects = shownOn(comment).map(
      (queue): TicketEffect => ({
        queue,
        kind: 'comment-changed',
        comment: comment._id,
        version: versionOf(comment) + 1,
      }),
    )
    return effects.length > 0 ? { set: {}, history: [], effects } : null
  }

/**
 * A public comment is shown in every chat, except by the message that it was written in. An answer that was written in a
 * form on Discord is shown there by a message of the desk, and so is what a requester on Discord or their moderator wrote.
 */
const shownOn = ({ _id, visibility, surface, relayed }: Comment) => {
  const isOwnMessage =
    !relayed.discordRequester &&
    (surface !== 'discord' || !relayed.discord || _id === idOf(`discord:${relayed.discord}`))
  return visibility === 'public'
    ? (['slack', 'discord'] as const).filter((queue) => queue !== surface || !isOwnMessage)
    : []
}

/** Records an edit in the ticket, after the comment has changed. Notifies people who are newly mentioned. */
export const noteEdit =
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
export const noteDeletion =
  (act: Act & { comment: Comment }): Decide =>
  () => ({ set: {}, history: [lineOf(act, 'deleted')], effects: [] })

const lineOf = (act: Act & { comment: Comment }, what: 'edited' | 'deleted') =>
  entry(act, `${what} ${act.comment.visibility === 'internal' ? 'note' : 'comment'}`, {
    comment: act.comment._id,
  })
