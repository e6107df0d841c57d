import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10'
import { withFileUrls } from '../contents.ts'
import type { World } from '../world.ts'

/**
 * Without the message content intent a bot gets empty `content`, `embeds`, `attachments` and `components`, except in its
 * own messages, in direct messages and where it is mentioned (https://discord.com/developers/docs/events/gateway#message-content-intent).
 */
export function forBot<Message extends APIMessage>(world: World, shown: Message, intents: number): Message {
  const message = withFileUrls(world, shown)
  if ((intents & GatewayIntentBits.MessageContent) !== 0) return message
  const copy = { ...message }
  if (copy.referenced_message) copy.referenced_message = forBot(world, copy.referenced_message, intents)
  const isDirect = world.channels.get(copy.channel_id)?.kind === 'dm'
  const isOwn = copy.author.id === world.bot.id
  if (isDirect || isOwn || copy.mentions.some((user) => user.id === world.bot.id)) return copy
  return { ...copy, content: '', embeds: [], attachments: [], components: [] }
}
