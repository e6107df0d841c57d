import { conflict, forbidden } from '../../errors.ts'
import type { TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { type Act, type Decide, entry, numbered } from '../change.ts'
import { assertMay } from '../permissions.ts'
import { notify } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'
import { type Comment, versionOf } from './comment.ts'
import { watchersWith } from './comment-recipients.ts'

/** Only its author changes what they said, as long as the ticket lives. @throws forbidden, conflict */
export function assertEdit(actor: Actor, comment: Comment, ticket: Ticket) {
  if (comment.author.id !== actor._id) throw forbidden('You may change only what you have written yourself.')
  if (comment.deleted) throw conflict(`${comment.deleted.by.name} has deleted it.`)
  assertLiving(ticket)
}

/** Its author takes back what they said, as long as the ticket lives; admins always. @throws forbidden, conflict */
export function assertDeletion(actor: Actor, comment: Comment, ticket: Ticket) {
  if (actor.role === 'admin') return
  if (comment.author.id !== actor._id) throw forbidden('You may delete only what you have written yourself.')
  assertLiving(ticket)
}

function assertLiving(ticket: Ticket) {
  if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed: what was said stays.`)
}

/**
 * Before a comment changes, its ticket owes the messages that show it their new words. They are drawn once the
 * comment has the version that is named here, so nothing is lost when the desk dies in between.
 */
export const announceChange =
  (act: Act & { comment: Comment }): Decide =>
  (ticket) => {
    assertMay(act.actor, 'see', ticket)
    const effects = shownOn(act.comment).map(
      (queue): TicketEffect => ({
        queue,
        kind: 'comment-changed',
        comment: act.comment._id,
        version: versionOf(act.comment) + 1,
      }),
    )
    return effects.length > 0 ? { set: {}, history: [], effects } : null
  }

/** A public comment is shown by a message of the desk's wherever it was not written. */
const shownOn = ({ visibility, surface }: Comment) =>
  visibility === 'public' ? (['slack', 'discord'] as const).filter((queue) => queue !== surface) : []

/** The trace of it on the ticket. Who is newly mentioned is told. */
export const noteChange =
  (
    act: Act & {
      comment: Comment
      what: 'edited' | 'deleted'
      mentioned: Person[]
      staff: ReadonlySet<string>
    },
  ): Decide =>
  (ticket) => {
    const { comment, what, mentioned, staff } = act
    const noun = comment.visibility === 'internal' ? 'note' : 'comment'
    return {
      set: watchersWith(mentioned, staff, ticket),
      history: [entry(act, `${what} ${noun}`, { comment: comment._id })],
      effects: notify(
        act.actor,
        mentioned.map((to) => ({ to, topic: 'mentioned', comment: comment._id })),
      ),
    }
  }
