import { DiscordAPIError } from 'discord.js'
import { type APIMessage, type APIReaction, type APIUser, Routes } from 'discord-api-types/v10'
import type { createOrder } from '../../../core/in-order.ts'
import type { Comment, CommentPlace } from '../../../core/tickets/comments/comment.ts'
import {
  followReactions,
  missedReactions,
  reactableIn,
  type ShownReaction,
  storedReactions,
} from '../../../core/tickets/comments/missed-reactions.ts'
import type { Reaction } from '../../../core/tickets/comments/reaction.ts'
import type { Bot } from '../bot.ts'
import { charactersOf } from './handle-reaction.ts'

/** The most people that Discord lists at once. Further ones are ignored. */
const maxPeople = 100
const unknownMessage = 10_008

/** @property botUser the bot's own reactions stand for other people's */
type Reading = { bot: Bot; botUser: string; inOrder: ReturnType<typeof createOrder>['inOrder'] }
type Channel = { id: string; place: CommentPlace }
type Ticket = { _id: string; reactions?: Reaction[] | undefined }

/**
 * Follows the reactions that were added and taken back while the bot was away. Messages tell how many people reacted, so
 * only where that differs from what is stored it asks who. What people do meanwhile waits in the channel's order.
 * @param messages as they were read
 */
export async function followMissedReactions(
  { bot, botUser, inOrder }: Reading,
  { _id, reactions }: Ticket,
  { id: channel, place }: Channel,
  { messages, comments }: { messages: APIMessage[]; comments: Comment[] },
): Promise<void> {
  const { desk } = bot
  const findPerson = async (by: string) => {
    const person = await desk.users.findByDiscord(by)
    return person?.active ? person : null
  }
  for (const comment of comments) {
    const message = messages.find(({ id }) => id === reactableIn(comment, place))
    if (!message || hasCountsOf(message, storedReactions(reactions, comment, place))) continue
    await inOrder(channel, async () => {
      const shown = await readReactions({ bot, botUser }, channel, message.id)
      const ticket = shown && (await desk.tickets.find(_id))
      if (!ticket) return
      const missed = missedReactions(shown, storedReactions(ticket.reactions, comment, place))
      await followReactions(desk, message.id, missed, { place, channel, at: null, findPerson })
    })
  }
}

function hasCountsOf({ reactions = [] }: APIMessage, stored: readonly Reaction[]): boolean {
  const left = new Map<string, number>()
  for (const { emoji, count, me } of reactions) {
    const characters = charactersOf(emoji)
    if (characters) left.set(characters, count - Number(me))
  }
  for (const { emoji } of stored) left.set(emoji, (left.get(emoji) ?? 0) - 1)
  return [...left.values()].every((count) => count === 0)
}

/** @returns null when the message is gone */
async function readReactions(
  { bot: { rest }, botUser }: Omit<Reading, 'inOrder'>,
  channel: string,
  message: string,
): Promise<ShownReaction[] | null> {
  async function read({ emoji, count }: APIReaction): Promise<ShownReaction[]> {
    const characters = charactersOf(emoji)
    if (!characters) return []
    const route = Routes.channelMessageReaction(channel, message, encodeURIComponent(emoji.name ?? ''))
    const query = new URLSearchParams({ limit: String(maxPeople) })
    const people = (await rest.get(route, { query })) as APIUser[]
    const by = people.map(({ id }) => id).filter((id) => id !== botUser)
    return [{ emoji: characters, by, isWhole: people.length >= count }]
  }
  try {
    const { reactions = [] } = (await rest.get(Routes.channelMessage(channel, message))) as APIMessage
    const shown: ShownReaction[] = []
    for (const reaction of reactions) shown.push(...(await read(reaction)))
    return shown
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === unknownMessage) return null
    throw error
  }
}
