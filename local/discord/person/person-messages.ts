import { deleteMessage } from '../messages/delete-message.ts'
import { editMessage } from '../messages/edit-message.ts'
import { postMessage } from '../messages/post-message.ts'
import { addReaction, removeReaction } from '../messages/reactions.ts'
import { directChannelWith } from '../people.ts'
import { messageText, transcriptOf } from '../transcript.ts'
import type { World } from '../world.ts'
import { forwardOf, type MessageExtras, postingWithExtras } from './message-extras.ts'
import type { ChannelChoice } from './seen.ts'
import type { Sight } from './sight.ts'

/** The messages that a person writes, changes and reads. */
export const personMessages = (world: World, { personId, channelOf, messageOf, ownMessage }: Sight) => ({
  write: ({
    channel,
    content,
    replyTo,
    ...enclosed
  }: ChannelChoice & { content: string; replyTo?: string } & MessageExtras): { id: string } => {
    const reference = replyTo && { message_reference: { message_id: replyTo } }
    const body = { content, ...reference }
    const to = { channel: channelOf(channel), authorId: personId }
    const message = postMessage(world, { ...to, body, ...postingWithExtras(world, enclosed) })
    return { id: message.data.id }
  },

  /** Shares a message into a channel: the client calls it "Forward". */
  forward: (messageId: string, { channel }: ChannelChoice): { id: string } => {
    const refersTo = forwardOf(world, messageOf(messageId))
    const to = { channel: channelOf(channel), authorId: personId }
    return { id: postMessage(world, { ...to, body: {}, refersTo, mayBeEmpty: true }).data.id }
  },

  edit: (messageId: string, content: string) => editMessage(world, ownMessage(messageId), { content }),
  erase: (messageId: string) => deleteMessage(world, ownMessage(messageId)),
  react: (messageId: string, emoji: string) => addReaction(world, messageOf(messageId), personId, emoji),
  unreact: (messageId: string, emoji: string) => removeReaction(world, messageOf(messageId), personId, emoji),

  /** Takes a message that only this person sees off the screen. */
  dismiss: (messageId: string) => {
    const message = messageOf(messageId)
    if (!message.onlyFor) throw new Error(`${messageId} is not for ${personId} alone`)
    deleteMessage(world, message)
  },

  /** The direct messages with the bot as text; empty when there are none. */
  dm: () => transcriptOf(world, directChannelWith(world, personId).id, personId),
  dmChannel: () => directChannelWith(world, personId).id,

  /** Ephemeral messages this person has seen and not lost, oldest first, as text. */
  ephemerals: (channel?: string): { id: string; text: string }[] =>
    [...world.messages.values()]
      .filter(({ data, onlyFor }) => onlyFor === personId && (!channel || data.channel_id === channel))
      .map(({ data }) => ({ id: data.id, text: messageText(data).join('\n') })),
})
