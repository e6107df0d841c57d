import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10'
import { memberPayload } from '../payloads/member-payloads.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import type { Json } from '../validation/form.ts'
import type { Channel, StoredMessage, World } from '../world.ts'

/** Sends a message event, with the fields that only the gateway adds. An ephemeral message makes no event. */
export function announce(world: World, t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: StoredMessage): void {
  world.kept.message(message)
  world.changes.emit('change')
  if (message.onlyFor) return
  const payload = messagePayload(world, message)
  const channel = world.channels.get(payload.channel_id)
  const extra: Json = { channel_type: channelType(channel) }
  if (channel?.kind !== 'dm') {
    const { user: _user, ...member } = memberPayload(world, payload.author.id)
    extra.member = member
  }
  dispatchFor(world, payload.channel_id, t, { ...payload, ...extra }, 'Messages')
}

/** Dispatches an event of a channel under the intent of its kind, with `guild_id` where there is a guild. */
export function dispatchFor(
  world: World,
  channelId: string,
  t: string,
  d: object,
  about: 'Messages' | 'MessageReactions',
): void {
  const isDirect = world.channels.get(channelId)?.kind === 'dm'
  const needs = isDirect ? GatewayIntentBits[`Direct${about}`] : GatewayIntentBits[`Guild${about}`]
  world.dispatch({ t, d: isDirect ? d : { ...d, guild_id: world.settings.guildId }, needs })
}

function channelType(channel: Channel | undefined): ChannelType {
  if (channel?.kind === 'dm') return ChannelType.DM
  return channel?.kind === 'thread' ? channel.type : ChannelType.GuildText
}
