import { isRefusal } from '../../errors.ts'
import type { Actor } from '../../users/user.ts'
import type { Comment, CommentPlace } from './comment.ts'
import { react } from './react.ts'
import type { Reaction } from './reaction.ts'

/** The people who show a reaction with one emoji on a message. @property isWhole nobody is missing */
export type ShownReaction = { emoji: string; by: string[]; isWhole: boolean }

/** @property at when it was read, in microseconds since 1970, so that what happened later is not undone; null: nothing has */
type Read = { place: CommentPlace; channel: string; at: number | null }

/** How the reactions that a message shows differ from those that are stored of its comment and place. */
export function missedReactions(
  shown: readonly ShownReaction[],
  stored: readonly Pick<Reaction, 'by' | 'emoji'>[],
): { by: string; emoji: string; isAdded: boolean }[] {
  const of = (emoji: string) => shown.find((one) => one.emoji === emoji)
  const added = shown.flatMap(({ emoji, by: all }) =>
    all
      .filter((by) => !stored.some((one) => one.by === by && one.emoji === emoji))
      .map((by) => ({ by, emoji })),
  )
  const removed = stored.filter(
    ({ by, emoji }) => of(emoji)?.isWhole !== false && !of(emoji)?.by.includes(by),
  )
  return [
    ...removed.map(({ by, emoji }) => ({ by, emoji, isAdded: false })),
    ...added.map((one) => ({ ...one, isAdded: true })),
  ]
}

/** The reactions of people in one place that are stored of a comment. */
export const storedReactions = (
  reactions: readonly Reaction[] | undefined,
  comment: Pick<Comment, '_id'>,
  place: CommentPlace,
) => (reactions ?? []).filter((one) => one.comment === comment._id && one.place === place && !one.removed)

/** The message that shows a comment, if reactions to it count. Undefined: there is none. */
export const reactableIn = ({ relayed, deleted, visibility }: Comment, place: CommentPlace) =>
  deleted || visibility !== 'public' ? undefined : relayed[place]

/**
 * Stores the reactions to one message as it shows them, after a time in which the desk heard of none.
 * @param findPerson whom the desk knows by their id on the platform
 */
export async function followReactions(
  desk: Parameters<typeof react>[0],
  message: string,
  missed: ReturnType<typeof missedReactions>,
  { findPerson, ...read }: Read & { findPerson: (by: string) => Promise<Actor | null> },
): Promise<void> {
  for (const one of missed)
    await react(desk, await findPerson(one.by), { ...read, message, ...one }).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
    })
}
