import { ChannelType } from 'discord-api-types/v10'
import type { Channel } from './world.ts'

/** Whether a person sees a channel: their own direct messages, and private threads of which they are a member. */
export function isVisibleTo(channel: Channel, personId: string): boolean {
  if (channel.kind === 'dm') return channel.personId === personId
  return (
    channel.kind !== 'thread' || channel.type !== ChannelType.PrivateThread || channel.members.has(personId)
  )
}
