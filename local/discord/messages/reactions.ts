import { failures } from '../failures.ts'
import { memberPayload } from '../payloads/member-payloads.ts'
import type { StoredMessage, World } from '../world.ts'
import { dispatchFor } from './message-events.ts'

const customEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

const maxEmoji = 20

/** Adds a person's or the bot's reaction; the same one again changes nothing. Only Unicode emoji exist here. */
export function addReaction(world: World, message: StoredMessage, userId: string, emoji: string): void {
  if (!customEmoji.test(emoji)) throw failures.unknownEmoji()
  if (!message.reactions.has(emoji) && message.reactions.size >= maxEmoji) throw failures.tooManyReactions()
  const people = message.reactions.get(emoji) ?? new Set()
  message.reactions.set(emoji, people)
  if (people.has(userId)) return
  people.add(userId)
  announce(world, 'MESSAGE_REACTION_ADD', message, userId, emoji)
}

export function removeReaction(world: World, message: StoredMessage, userId: string, emoji: string): void {
  const people = message.reactions.get(emoji)
  if (!people?.delete(userId)) return
  if (people.size === 0) message.reactions.delete(emoji)
  announce(world, 'MESSAGE_REACTION_REMOVE', message, userId, emoji)
}

function announce(world: World, t: string, message: StoredMessage, userId: string, emoji: string) {
  world.kept.message(message)
  const { channel_id } = message.data
  const isAdded = t === 'MESSAGE_REACTION_ADD'
  dispatchFor(
    world,
    channel_id,
    t,
    {
      user_id: userId,
      channel_id,
      message_id: message.data.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(isAdded && { message_author_id: message.data.author.id }),
      ...(isAdded &&
        world.channels.get(channel_id)?.kind !== 'dm' && { member: memberPayload(world, userId) }),
    },
    'MessageReactions',
  )
  world.changes.emit('change')
}
