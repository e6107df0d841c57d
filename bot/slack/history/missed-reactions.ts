import type { GenericMessageEvent } from '@slack/types'
import type { Desk } from '../../../core/desk.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import {
  followReactions,
  missedReactions,
  reactableIn,
  type ShownReaction,
  storedReactions,
} from '../../../core/tickets/comments/missed-reactions.ts'
import type { Reaction } from '../../../core/tickets/comments/reaction.ts'
import { emojiOfReaction } from '../text/emoji-of-reaction.ts'
import type { Thread } from './missed-in-thread.ts'

/** As Slack's history has them: https://docs.slack.dev/reference/objects/message-object. It may not name all users. */
type WithReactions = Pick<GenericMessageEvent, 'ts'> & {
  reactions?: { name: string; users: string[]; count: number }[]
}

/**
 * @property reactions those that the ticket has stored @property at when the thread was read, in ms since 1970
 * @property botUser whose reactions stand for other people's
 */
type Reading = {
  thread: Thread
  reactions: Reaction[] | undefined
  at: number
  botUser: string | undefined
}

/** Follows the reactions to the messages of a thread that were added and taken back while the desk was away. */
export async function followMissedReactions(desk: Desk, comments: Comment[], reading: Reading) {
  const { place, channel, team, messages } = reading.thread
  const findPerson = async (by: string) => {
    const person = await desk.users.findBySlack(team, by)
    return person?.active ? person : null
  }
  for (const comment of comments) {
    const message = messages.find(({ ts }) => ts === reactableIn(comment, place))
    if (!message) continue
    const stored = storedReactions(reading.reactions, comment, place)
    const missed = missedReactions(shownOn(message, reading.botUser), stored)
    await followReactions(desk, message.ts, missed, { place, channel, at: reading.at * 1_000, findPerson })
  }
}

const shownOn = ({ reactions = [] }: WithReactions, botUser: string | undefined): ShownReaction[] =>
  reactions.flatMap(({ name, users, count }) => {
    const emoji = emojiOfReaction(name)
    const by = users.filter((user) => user !== botUser)
    return emoji ? [{ emoji, by, isWhole: users.length >= count }] : []
  })
