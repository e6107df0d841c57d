import type { APIMessage } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { isNewer } from '../snowflake.ts'
import { messagesAfter } from './messages-after.ts'

/** In the history, Discord does not say which server a message is in. */
type GuildMessage = APIMessage & { guild_id: string }

/**
 * Reads what was written in a ticket's thread before a message.
 * @param after an id: what is older is left out
 * @returns oldest first; nothing in other channels
 */
export async function readEarlier(
  { desk, rest }: Pick<Bot, 'desk' | 'rest'>,
  guildId: string,
  { id, channel_id }: Pick<APIMessage, 'id' | 'channel_id'>,
  after: string,
): Promise<GuildMessage[]> {
  const { findByDiscordThread, findByRequesterThread } = desk.tickets
  if (!((await findByDiscordThread(channel_id)) ?? (await findByRequesterThread(channel_id)))) return []
  const earlier: GuildMessage[] = []
  for await (const message of messagesAfter(rest, channel_id, after)) {
    if (!isNewer(id, message.id)) break
    earlier.push({ ...message, guild_id: guildId })
  }
  return earlier
}
