import { ChannelType } from 'discord-api-types/v10'
import type { Channel, World } from './world.ts'

/**
 * Whether a person sees a channel: their own direct messages, private channels and threads of which they are a member,
 * and public threads of channels that they see.
 */
export function isVisibleTo(world: World, channel: Channel, personId: string): boolean {
  if (channel.kind === 'dm') return channel.personId === personId
  if (channel.kind === 'text') return channel.members?.includes(personId) ?? true
  if (channel.type === ChannelType.PrivateThread) return channel.members.has(personId)
  const parent = world.channels.get(channel.parentId)
  return parent === undefined || isVisibleTo(world, parent, personId)
}
