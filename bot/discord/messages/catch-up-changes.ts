import { DiscordAPIError } from 'discord.js'
import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { createOrder } from '../../../core/in-order.ts'
import type { CommentPlace } from '../../../core/tickets/comments/comment.ts'
import type { TicketInChat } from '../../../core/tickets/store/tickets-in-chat.ts'
import type { Bot } from '../bot.ts'
import { isNewer, timeOf } from '../snowflake.ts'
import { handleDeletion, handleEdit } from './handle-change.ts'
import { handleDirect } from './handle-direct.ts'
import { missedChanges, oldestShown } from './missed-changes.ts'
import { followMissedReactions } from './missed-reactions.ts'

const pageSize = 100
/** What was written before the newest 500 messages is left alone. */
const maxPages = 5
const maxComments = 1_000
const unknownMessage = 10_008
/** The thread was deleted, or the bot can no longer see it. Its comments stay. */
const unreadable = new Set([10_003, 50_001, 50_013])

type Reading = {
  bot: Bot
  /** the bot's own user */
  botUser: string
  guildId: string
  inOrder: ReturnType<typeof createOrder>['inOrder']
  signal: AbortSignal
}
/** @property guild undefined: it holds direct messages */
type Channel = { id: string; place: CommentPlace; guild: string | undefined }

/**
 * Follows what people edited and deleted in the conversations of tickets that are not closed while the bot was away, and
 * their reactions, and takes what requesters wrote in direct messages. A new gateway session reports none of it.
 * @param since the id from which on messages may have been missed
 * @throws when the signal stops it, since the rest has to be read after the next start
 */
export async function catchUpChanges(reading: Reading, since: string): Promise<void> {
  const tickets = await reading.bot.desk.tickets.inChat('discord')
  const direct = new Set(
    tickets.flatMap((ticket) =>
      channelsOf(ticket, reading)
        .filter(isDirect)
        .map(({ id }) => id),
    ),
  )
  for (const channel of direct) await ifReadable(() => takeDirect(reading, channel, since))
  for (const ticket of tickets)
    for (const channel of channelsOf(ticket, reading)) {
      reading.signal.throwIfAborted()
      await ifReadable(() => followChanges(reading, ticket, channel, since))
    }
}

const isDirect = ({ guild }: Channel) => guild === undefined

function channelsOf(
  { surfaces: { discord, discordRequester } }: TicketInChat,
  { guildId }: Reading,
): Channel[] {
  const staff = discord?.thread ? [{ id: discord.thread, place: 'discord' as const, guild: guildId }] : []
  const { channel, isDirect = false } = discordRequester ?? {}
  const guild = isDirect ? undefined : guildId
  return [...staff, ...(channel ? [{ id: channel, place: 'discordRequester' as const, guild }] : [])]
}

/** @throws what may succeed later */
async function ifReadable(work: () => Promise<void>) {
  await work().catch((error: unknown) => {
    if (!(error instanceof DiscordAPIError && unreadable.has(Number(error.code)))) throw error
  })
}

async function followChanges(reading: Reading, ticket: TicketInChat, channel: Channel, since: string) {
  const { bot, inOrder } = reading
  const comments = await commentsOf(reading, ticket)
  const first = oldestShown(comments, channel.place) ?? since
  const read = await readBack(bot, channel.id, isNewer(first, since) ? since : first)
  const missed = missedChanges(read, comments, { place: channel.place, since: timeOf(since) })
  const where = channel.guild ? { guild_id: channel.guild } : {}
  for (const message of missed.edited)
    await inOrder(channel.id, () =>
      handleEdit(bot, { ...message, ...where } as Parameters<typeof handleEdit>[1]),
    )
  for (const id of missed.perhapsDeleted)
    if (await isGone(bot, channel.id, id))
      await inOrder(channel.id, () => handleDeletion(bot, { id, channel_id: channel.id, ...where }))
  await followMissedReactions(reading, ticket, channel, { messages: read.messages, comments })
}

const commentsOf = ({ bot }: Reading, { _id }: TicketInChat) =>
  bot.desk.comments.list({ ticket: _id, visibilities: ['public', 'internal'], limit: maxComments })

/** A bot that may not read the history is given an empty one, so Discord has to say of each message that it is gone. */
async function isGone({ rest }: Bot, channel: string, id: string): Promise<boolean> {
  try {
    await rest.get(Routes.channelMessage(channel, id))
    return false
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === unknownMessage) return true
    throw error
  }
}

/** Direct messages that nobody has answered. */
async function takeDirect({ bot, inOrder }: Reading, channel: string, since: string) {
  const { messages } = await readBack(bot, channel, since)
  const answered = new Set(
    messages.flatMap(({ author, message_reference }) =>
      author.bot ? (message_reference?.message_id ?? []) : [],
    ),
  )
  for (const message of messages)
    if (isNewer(message.id, since) && !answered.has(message.id))
      await inOrder(channel, () => handleDirect(bot, message))
}

/** Reads back from the newest message to a given one. @returns the newest 500 at most, oldest first @param downTo an id */
async function readBack({ rest }: Bot, channel: string, downTo: string) {
  const messages: APIMessage[] = []
  for (let page = 0; page < maxPages; page++) {
    const [oldest] = messages
    const query = new URLSearchParams({ limit: String(pageSize), ...(oldest ? { before: oldest.id } : {}) })
    const read = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
    messages.unshift(...read.toSorted((one, other) => (isNewer(one.id, other.id) ? 1 : -1)))
    if (read.length < pageSize || !isNewer(messages[0]?.id ?? downTo, downTo))
      return { messages, isWhole: true }
  }
  return { messages, isWhole: false }
}
