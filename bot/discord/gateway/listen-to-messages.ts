import type { Client } from 'discord.js'
import {
  type APIMessage,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { handleBulkDeletion, handleDeletion, handleEdit } from '../messages/handle-change.ts'
import { handleDirect } from '../messages/handle-direct.ts'
import type { Inbox } from '../messages/inbox.ts'

type InGuild<Data> = Data & { guild_id?: string }

/**
 * Passes new, edited and deleted messages of the desk's guild and of direct messages to their handlers. It listens to
 * raw events, because the client drops messages in threads that it has not cached, such as a thread that was just unarchived.
 * @returns a function that stops listening
 */
export function listenToMessages(
  client: Client,
  { bot, inbox, guildId }: { bot: Bot; inbox: Inbox; guildId: string },
) {
  const inGuild =
    <Data>(handle: (data: InGuild<Data>) => Promise<void>) =>
    (data: InGuild<Data>) => {
      if (data.guild_id === guildId) void handle(data)
    }
  const inGuildOrDirect =
    <Data>(handle: (data: InGuild<Data>) => Promise<void>) =>
    (data: InGuild<Data>) => {
      if (!data.guild_id || data.guild_id === guildId) void handle(data)
    }
  const { MessageCreate, MessageUpdate, MessageDelete, MessageDeleteBulk, Ready } = GatewayDispatchEvents
  client.ws
    // READY comes before any message of a new session. The position must not move until the missed messages are read.
    .on(Ready, inbox.sessionBegins)
    .on(MessageCreate, inGuild<APIMessage>(inbox.take))
    .on(MessageCreate, (message: InGuild<APIMessage>) => {
      if (!message.guild_id) void inbox.inOrder(message.channel_id, () => handleDirect(bot, message))
    })
    .on(
      MessageUpdate,
      inGuildOrDirect<GatewayMessageUpdateDispatchData>((message) =>
        inbox.inOrder(message.channel_id, () => handleEdit(bot, message)),
      ),
    )
    .on(
      MessageDelete,
      inGuildOrDirect<GatewayMessageDeleteDispatchData>((message) =>
        inbox.inOrder(message.channel_id, () => handleDeletion(bot, message)),
      ),
    )
    .on(
      MessageDeleteBulk,
      inGuild<GatewayMessageDeleteBulkDispatchData>((messages) =>
        inbox.inOrder(messages.channel_id, () => handleBulkDeletion(bot, messages)),
      ),
    )
  return () => {
    for (const event of [MessageCreate, MessageUpdate, MessageDelete, MessageDeleteBulk])
      client.ws.removeAllListeners(event)
  }
}
