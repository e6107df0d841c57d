import { DiscordAPIError } from 'discord.js'
import { type APIMessage, MessageReferenceType, MessageType, Routes } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { notSentReaction, sentReaction } from './reactions.ts'
import { readText } from './read-text.ts'
import { ignoreRefusal, replyInThread } from './reply-in-thread.ts'
import { type SendResult, sendToRequester } from './send-to-requester.ts'

const threadArchived = 50_083

/**
 * Sends a message to the requester if it replies to one that the bot relayed from them. All other messages in a thread
 * stay internal. Safe to repeat for the same message.
 * @throws when the outcome could not be shown in the thread. Handle the message again later.
 */
export async function handleReply(bot: Bot, botUser: string, message: APIMessage): Promise<void> {
  if (!mayAnswerRequester(message, botUser) || hasReaction(message)) return
  const outcome = await decide(bot, message)
  if (!outcome) return
  if (outcome.ok) await react(bot, message, sentReaction)
  if (outcome.ok && message.attachments.length > 0)
    await replyInThread(
      bot,
      message,
      'The text was sent without the files. Files are not sent to the requester.',
    )
  if (!outcome.ok) {
    await react(bot, message, notSentReaction)
    await replyInThread(bot, message, `Not sent. ${outcome.reason}`)
  }
}

/**
 * Whether a person replied to the bot. A reply to a deleted message may count too, because the database knows what the
 * message showed.
 */
function mayAnswerRequester(message: APIMessage, botUser: string): boolean {
  if (message.author.bot || message.type !== MessageType.Reply) return false
  if (message.message_reference?.type === MessageReferenceType.Forward) return false
  const answered = message.referenced_message
  return !answered || answered.author.id === botUser
}

const hasReaction = ({ reactions = [] }: APIMessage) =>
  reactions.some(({ me, emoji }) => me && (emoji.name === sentReaction || emoji.name === notSentReaction))

/** @returns null when the message stays internal */
async function decide(bot: Bot, message: APIMessage): Promise<SendResult | null> {
  try {
    const comment = await relayedComment(bot, message)
    if (!comment?.fromRequester) return null
    const read = await readText(bot, {
      content: message.content,
      channel: message.channel_id,
      mentions: message.mentions.map(({ id, global_name, username }) => ({
        id,
        name: global_name ?? username,
      })),
    })
    return await sendToRequester(bot, {
      ticket: comment.ticket,
      discordUser: message.author.id,
      key: `discord:${message.id}`,
      message: message.id,
      ...read,
    })
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'A reply on Discord was not sent to the requester')
    return { ok: false, reason: 'Something went wrong on our side. Write it again in a minute.' }
  }
}

/**
 * The comment that the referenced message shows. A reply may arrive before the message's id is stored. Then the embed's
 * timestamp identifies the comment, since it equals the comment's own.
 */
async function relayedComment(
  { desk }: Bot,
  { message_reference, referenced_message, channel_id }: APIMessage,
) {
  const known = await desk.comments.findByDiscordMessage(message_reference?.message_id ?? '')
  const shownAt = referenced_message?.embeds[0]?.timestamp
  if (known || !shownAt) return known
  const ticket = await desk.tickets.findByDiscordThread(channel_id)
  return ticket && desk.comments.findByTime(ticket._id, new Date(shownAt))
}

function react({ rest, log }: Bot, { channel_id, id }: APIMessage, emoji: string) {
  const add = () => rest.put(Routes.channelMessageOwnReaction(channel_id, id, encodeURIComponent(emoji)))
  const addInArchived = async (error: unknown) => {
    if (!(error instanceof DiscordAPIError) || error.code !== threadArchived) throw error
    await rest.patch(Routes.channel(channel_id), { body: { archived: false } })
    return add()
  }
  return ignoreRefusal(add().catch(addInArchived), log)
}
