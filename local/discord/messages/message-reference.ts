import { MessageType } from 'discord-api-types/v10'
import { createForm, isJson, type Json } from '../validation/form.ts'
import type { Channel, StoredMessage, World } from '../world.ts'

export function referenceTo(world: World, message: StoredMessage) {
  const channel = world.channels.get(message.data.channel_id)
  return {
    type: 0,
    message_id: message.data.id,
    channel_id: message.data.channel_id,
    ...(channel?.kind !== 'dm' && { guild_id: world.settings.guildId }),
  }
}

/** The message that a body replies to. @throws ApiFailure when it can't be replied to */
export function findReference(world: World, channel: Channel, body: Json): StoredMessage | undefined {
  if (!isJson(body.message_reference)) return undefined
  const { message_id, fail_if_not_exists } = body.message_reference
  const form = createForm()
  const at = form.at('message_reference')
  const target = world.messages.get(String(message_id))
  if (!target || target.data.channel_id !== channel.id || target.onlyFor) {
    if (fail_if_not_exists === false) return undefined
    at.problem('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')
  } else if (![MessageType.Default, MessageType.Reply, 20, 23].includes(target.data.type)) {
    at.problem('REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message')
  }
  form.throwIfWrong()
  return target
}
