import { directChannelWith } from '../people.ts'
import { isVisibleTo } from '../visibility.ts'
import type { Channel, StoredMessage, World } from '../world.ts'

/** What one person can see. Each method throws where they see no such thing. */
export type Sight = ReturnType<typeof createSight>

export function createSight(world: World, personId: string) {
  /** @param id `'dm'` for the conversation with the bot */
  function channelOf(id: string): Channel {
    if (id === 'dm') return directChannelWith(world, personId)
    const channel = world.channels.get(id)
    if (!channel || !isVisibleTo(world, channel, personId))
      throw new Error(`${personId} sees no channel ${id}`)
    return channel
  }

  function messagesIn(channel: Channel): StoredMessage[] {
    return [...world.messages.values()].filter(
      ({ data, onlyFor }) => data.channel_id === channel.id && (!onlyFor || onlyFor === personId),
    )
  }

  function messageOf(id: string): StoredMessage {
    const message = world.messages.get(id)
    if (!message || (message.onlyFor && message.onlyFor !== personId))
      throw new Error(`${personId} sees no message ${id}`)
    return message
  }

  /** A message that the person wrote. */
  function ownMessage(id: string): StoredMessage {
    const message = messageOf(id)
    if (message.data.author.id !== personId) throw new Error(`${id} is not a message of ${personId}`)
    return message
  }

  return { personId, channelOf, messagesIn, messageOf, ownMessage }
}
