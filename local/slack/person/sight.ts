import type { SlackContext } from '../methods/method.ts'
import { seenMessages, showMessage, transcript } from '../transcript.ts'
import type { Channel, Message, Person } from '../workspace.ts'
import type { ChannelChoice } from './outcome.ts'

export type Sight = ReturnType<typeof createSight>

/** What one person sees: the channels that they are in, and what only they were told. */
export function createSight({ workspace, ephemeral }: SlackContext, person: Person) {
  const own = workspace.dm(person.id)

  /** @param id default: the person's direct messages with the bot */
  function channelCalled(id = own.id): Channel {
    const channel = workspace.channels.get(id)
    if (!channel?.members.has(person.id)) throw new Error(`${person.realName} is not in ${id}.`)
    return channel
  }

  function messageAt(channel: Channel, ts: string): Message {
    const message = workspace.find(channel.id, ts)
    if (!message) throw new Error(`There is no message ${ts} in:\n${sees({ channel: channel.id })}`)
    return message
  }

  /** What only this person was told, in the order it came. */
  const ephemeralMessages = () => ephemeral.of(person.id)

  /** The conversation in words, with what only this person sees at its end. */
  function sees({ channel: id }: ChannelChoice = {}): string {
    const channel = channelCalled(id)
    const ephemeralHere = ephemeralMessages()
      .filter((message) => message.channel === channel.id)
      .map((message) => `(only to you) ${showMessage(workspace, message)}`)
    return [transcript(seenMessages(workspace, channel)), ...ephemeralHere].filter(Boolean).join('\n')
  }

  /** Takes a message that only this person sees off the screen. */
  const dismiss = (ts: string) => ephemeral.remove(person.id, ts)

  return { own, channelCalled, messageAt, ephemeralMessages, sees, dismiss }
}
