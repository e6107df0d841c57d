import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import { type Act, type Decide, entry } from '../change.ts'
import { notify } from '../recipients.ts'
import { type Comment, versionOf } from './comment.ts'
import { watchersWith } from './comment-recipients.ts'

/**
 * Written to the ticket before a comment changes: the messages that show it in chat get its new words. They wait until
 * the comment has the version that is named here, so nothing is lost when the desk dies in between.
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

/** The desk posts a public comment in every chat in which it was not written. */
const shownOn = ({ visibility, surface }: Comment) =>
  visibility === 'public' ? (['slack', 'discord'] as const).filter((queue) => queue !== surface) : []

/** Written to the ticket after a comment was edited. People who are newly mentioned are notified. */
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

/** Written to the ticket after a comment was deleted. */
export const noteDeletion =
  (act: Act & { comment: Comment }): Decide =>
  () => ({ set: {}, history: [lineOf(act, 'deleted')], effects: [] })

const lineOf = (act: Act & { comment: Comment }, what: 'edited' | 'deleted') =>
  entry(act, `${what} ${act.comment.visibility === 'internal' ? 'note' : 'comment'}`, {
    comment: act.comment._id,
  })
