import { DiscordAPIError, type REST } from 'discord.js'
import { type APIMessage, type APIThreadChannel, ChannelType, Routes } from 'discord-api-types/v10'
import { isNewer, timeOf } from '../snowflake.ts'
import { messagesAfter } from './messages-after.ts'

const pageSize = 100
const unknownChannel = 10_003

type DeskChannel = { rest: Pick<REST, 'get'>; guildId: string; channelId: string; botId: string }

/** In the history, Discord does not say which server a message is in. */
type GuildMessage = APIMessage & { guild_id: string }

/**
 * Reads the messages after an id in the desk's threads and in requesters' private ones, oldest first in each thread. A new gateway session does not
 * report earlier events, so messages missed in between are only in the history. What can't be read holds up nothing
 * else.
 * @throws an error whose message says for admins what could not be read, after everything else was
 */
export async function catchUp(
  deskChannel: DeskChannel,
  since: string,
  take: (message: GuildMessage) => Promise<void>,
): Promise<void> {
  const { threads, problems } = await threadsWithNewMessages(deskChannel, since)
  for (const thread of threads)
    await readThread(deskChannel, thread.id, since, take).catch((error: Error) => {
      if (!isGone(error)) problems.push(`cannot read messages in “${thread.name}” (${error.message})`)
    })
  if (problems.length > 0) throw new Error(`${problems[0]}. Give the bot the permission Read Message History`)
}

/** A thread that was deleted in the meantime. */
const isGone = (error: Error) => error instanceof DiscordAPIError && error.code === unknownChannel

async function threadsWithNewMessages(deskChannel: DeskChannel, since: string) {
  /** in words for admins */
  const problems: string[] = []
  const orNone = (what: string) => (error: Error) => {
    problems.push(`cannot read the ${what} (${error.message})`)
    return []
  }
  const active = await activeThreads(deskChannel).catch(orNone('active threads'))
  const archived = await justArchived(deskChannel, since).catch(orNone('archived threads'))
  const threads = [...active, ...archived].filter(
    (thread) =>
      isOurs(deskChannel, thread) && thread.last_message_id && isNewer(thread.last_message_id, since),
  )
  return { threads, problems }
}

/** The bot opens a private thread for a requester where they filed their ticket. */
const isOurs = ({ channelId, botId }: DeskChannel, { parent_id, owner_id, type }: APIThreadChannel) =>
  parent_id === channelId || (type === ChannelType.PrivateThread && owner_id === botId)

async function activeThreads({ rest, guildId }: DeskChannel): Promise<APIThreadChannel[]> {
  const { threads } = (await rest.get(Routes.guildActiveThreads(guildId))) as { threads: APIThreadChannel[] }
  return threads
}

/** Archived threads come newest first. One may have had a reply shortly before it was archived. */
async function justArchived({ rest, channelId }: DeskChannel, since: string): Promise<APIThreadChannel[]> {
  const { threads } = (await rest.get(Routes.channelThreads(channelId, 'public'), {
    query: new URLSearchParams({ limit: String(pageSize) }),
  })) as { threads: APIThreadChannel[] }
  return threads.filter(
    ({ thread_metadata }) => Date.parse(thread_metadata?.archive_timestamp ?? '') > timeOf(since),
  )
}

async function readThread(
  { rest, guildId }: DeskChannel,
  thread: string,
  since: string,
  take: (message: GuildMessage) => Promise<void>,
) {
  for await (const message of messagesAfter(rest, thread, since))
    await take({ ...message, guild_id: guildId })
}
