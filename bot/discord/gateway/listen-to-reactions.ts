import type { Client } from 'discord.js'
import {
  GatewayDispatchEvents,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveAllDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
  type GatewayMessageReactionRemoveEmojiDispatchData,
} from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { handleCleared, handleReaction } from '../messages/handle-reaction.ts'
import type { Inbox } from '../messages/inbox.ts'

type Where = { channel_id: string; guild_id?: string }

/**
 * Passes reactions in the desk's guild and in direct messages to their handlers, in order within a thread.
 * @returns a function that stops listening
 */
export function listenToReactions(
  client: Client,
  { bot, inbox, guildId }: { bot: Bot; inbox: Inbox; guildId: string },
) {
  const inOrder =
    <Data extends Where>(handle: (data: Data) => Promise<void>) =>
    (data: Data) => {
      if (!data.guild_id || data.guild_id === guildId)
        void inbox.inOrder(data.channel_id, () =>
          handle(data).catch((error: unknown) =>
            bot.log.error({ err: error }, 'A reaction on Discord could not be followed'),
          ),
        )
    }
  const { MessageReactionAdd, MessageReactionRemove, MessageReactionRemoveAll, MessageReactionRemoveEmoji } =
    GatewayDispatchEvents
  const own = () => client.user?.id
  client.ws
    .on(
      MessageReactionAdd,
      inOrder<GatewayMessageReactionAddDispatchData>((data) => handleReaction(bot, own(), data, true)),
    )
    .on(
      MessageReactionRemove,
      inOrder<GatewayMessageReactionRemoveDispatchData>((data) => handleReaction(bot, own(), data, false)),
    )
    .on(
      MessageReactionRemoveAll,
      inOrder<GatewayMessageReactionRemoveAllDispatchData>((data) => handleCleared(bot, data)),
    )
    .on(
      MessageReactionRemoveEmoji,
      inOrder<GatewayMessageReactionRemoveEmojiDispatchData>((data) => handleCleared(bot, data)),
    )
  return () => {
    for (const event of [
      MessageReactionAdd,
      MessageReactionRemove,
      MessageReactionRemoveAll,
      MessageReactionRemoveEmoji,
    ])
      client.ws.removeAllListeners(event)
  }
}
