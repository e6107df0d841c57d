import { chatQueues, type TicketEffect } from '../../outbox/entry.ts'
import type { Actor } from '../../users/user.ts'
import type { Change } from '../change.ts'
import { isRequester, isStaff } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import type { CommentPlace } from './comment.ts'
import { maxReactions, type Reaction } from './reaction.ts'

type Reacting = Pick<Ticket, 'reactions' | 'surfaces'>

/** @property at microseconds since 1970; null: the platform reports everything once and in order */
export type ReactionEvent = Omit<Reaction, 'at' | 'removed'> & { at: number | null; isAdded: boolean }

/** Only the requester's reactions are shown to staff, and only those of staff to the requester. */
export const mayReact = (actor: Actor, ticket: Ticket) => isStaff(actor) || isRequester(actor, ticket)

/** Adds a reaction or takes it back. Null: a repeated or older event, or more than a ticket keeps. */
export function decideReaction(event: ReactionEvent, now: Date) {
  return (ticket: Reacting): Change | null => {
    const { isAdded, at, ...reaction } = event
    const all = ticket.reactions ?? []
    const known = all.find((one) => isSame(one, reaction))
    if (known && at !== null && at <= known.at) return null
    const wasThere = known !== undefined && !known.removed
    if (at === null && wasThere === isAdded) return null
    const others = trimmed(all.filter((one) => one !== known))
    if (others.length >= maxReactions) return null
    const stored = {
      ...reaction,
      at: at ?? Math.max(now.getTime() * 1_000, (known?.at ?? 0) + 1),
      ...(isAdded ? {} : { removed: true }),
    }
    return {
      set: { reactions: [...others, stored] },
      history: [],
      effects: wasThere === isAdded ? [] : shownElsewhere(ticket, stored),
    }
  }
}

/** Takes back all reactions to one message, or those with one emoji, after a moderator has cleared them there. */
export function decideCleared({
  comment,
  place,
  emoji,
}: {
  comment: string
  place: CommentPlace
  emoji?: string
}) {
  return (ticket: Reacting): Change | null => {
    const isCleared = (one: Reaction) =>
      one.comment === comment &&
      one.place === place &&
      !one.removed &&
      (emoji === undefined || one.emoji === emoji)
    const all = ticket.reactions ?? []
    const cleared = all.filter(isCleared)
    if (cleared.length === 0) return null
    return {
      set: { reactions: all.map((one) => (isCleared(one) ? { ...one, removed: true } : one)) },
      history: [],
      effects: cleared.flatMap((one) => shownElsewhere(ticket, one)),
    }
  }
}

/** Whether the desk's own reaction stands for somebody in another place. */
export const isReactedElsewhere = (
  { reactions = [] }: Pick<Ticket, 'reactions'>,
  { comment, emoji }: Pick<Reaction, 'comment' | 'emoji'>,
  place: CommentPlace,
) =>
  reactions.some(
    (one) => one.comment === comment && one.emoji === emoji && one.place !== place && !one.removed,
  )

const isSame = (one: Reaction, { comment, place, by, emoji }: Omit<Reaction, 'at'>) =>
  one.comment === comment && one.place === place && one.by === by && one.emoji === emoji

/** Makes room: what was taken back longest ago is forgotten first. */
function trimmed(reactions: Reaction[]): Reaction[] {
  if (reactions.length < maxReactions) return reactions
  const oldest = reactions.findIndex(({ removed }) => removed)
  return reactions.filter((_, index) => index !== oldest)
}

const shownElsewhere = ({ surfaces }: Reacting, { comment, place, emoji }: Reaction): TicketEffect[] =>
  chatQueues
    .filter((queue) => queue !== place || (queue === 'discord' && surfaces.discordRequester))
    .map((queue) => ({ queue, kind: 'reaction', comment, emoji }))
