import type { Client } from 'discord.js'
import {
  type APIMessage,
  GatewayDispatchEvents,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { handleDeletion, handleEdit } from '../messages/handle-change.ts'
import type { Inbox } from '../messages/inbox.ts'

type Of<Data> = Data & { guild_id?: string }

/**
 * Hands messages of the desk's guild to the inbox, and what becomes of them. They are taken raw: the client drops those
 * in threads that it has not cached, e.g. ones just unarchived.
 * @returns stops listening
 */
export function listenToMessages(
  client: Client,
  { bot, inbox, guildId }: { bot: Bot; inbox: Inbox; guildId: string },
) {
  const inGuild =
    <Data>(handle: (data: Data) => Promise<void>) =>
    (data: Of<Data>) => {
      if (data.guild_id === guildId) void handle(data)
    }
  const { MessageCreate, MessageUpdate, MessageDelete, Ready } = GatewayDispatchEvents
  client.ws
    // READY comes before any message of a new session: until its gap is read, the position must not move
    .on(Ready, inbox.sessionBegins)
    .on(MessageCreate, inGuild<APIMessage>(inbox.take))
    .on(
      MessageUpdate,
      inGuild<GatewayMessageUpdateDispatchData>((message) =>
        inbox.afterThose(message.channel_id, () => handleEdit(bot, message)),
      ),
    )
    .on(
      MessageDelete,
      inGuild<GatewayMessageDeleteDispatchData>((message) =>
        inbox.afterThose(message.channel_id, () => handleDeletion(bot, message)),
      ),
    )
  return () => {
    for (const event of [MessageCreate, MessageUpdate, MessageDelete]) client.ws.removeAllListeners(event)
  }
}
