import type { Desk } from '../../desk.ts'
import type { Actor } from '../../users/user.ts'
import { changeTicket } from '../change-ticket.ts'
import type { Ticket } from '../ticket.ts'
import type { Comment, CommentPlace } from './comment.ts'
import { decideCleared, decideReaction, mayReact, type ReactionEvent } from './reaction-changes.ts'

/** The message that somebody reacted to. @property channel the conversation or thread that it is in */
type Where = { place: CommentPlace; channel: string; message: string }
type Stores = Pick<Desk, 'tickets' | 'comments' | 'relay' | 'now' | 'limits'>

/**
 * Stores a reaction to a message that shows a public comment, so that the other side sees it. Reactions to other
 * messages, and of people without an active account on the ticket, are not stored. Safe to repeat.
 * @param actor who reacted; null: nobody whom the desk knows @throws too-many
 */
export async function react(
  desk: Stores,
  actor: Actor | null,
  { place, channel, message, ...event }: Where & Omit<ReactionEvent, 'comment' | 'place' | 'user'>,
): Promise<void> {
  const found = await commentAt(desk, { place, channel, message })
  if (!found) return
  const { comment, ticket } = found
  if (event.isAdded) {
    if (!actor || !mayReact(actor, ticket)) return
    await desk.limits.take(actor, 'changes')
  }
  const user = actor ? { user: actor._id } : {}
  const decide = decideReaction({ ...event, ...user, place, comment: comment._id }, desk.now())
  await changeTicket(desk, ticket._id, decide, ticket)
}

/** Takes back all reactions to a message, or those with one emoji. */
export async function clearReactions(desk: Stores, where: Where, emoji?: string): Promise<void> {
  const found = await commentAt(desk, where)
  if (!found) return
  const { comment, ticket } = found
  const cleared = { comment: comment._id, place: where.place, ...(emoji ? { emoji } : {}) }
  await changeTicket(desk, ticket._id, decideCleared(cleared), ticket)
}

/** Nobody sees an internal note elsewhere. */
async function commentAt(
  { comments, tickets }: Pick<Desk, 'comments' | 'tickets'>,
  { place, channel, message }: Where,
): Promise<{ comment: Comment; ticket: Ticket } | null> {
  const comment = await comments.findByMessage(place, message)
  if (!comment || comment.deleted || comment.visibility !== 'public') return null
  const ticket = await tickets.find(comment.ticket)
  return ticket && !ticket.deleted && channelOf(ticket, place) === channel ? { comment, ticket } : null
}

const channelOf = ({ surfaces }: Ticket, place: CommentPlace) =>
  place === 'discord' ? surfaces.discord?.thread : surfaces[place]?.channel
