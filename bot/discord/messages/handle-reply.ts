import { createHash } from 'node:crypto'
import { type APIMessage, MessageReferenceType, MessageType } from 'discord-api-types/v10'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { joined, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Bot } from '../bot.ts'
import { internalNote } from '../views/internal-note.ts'
import { incomingFiles } from './incoming-files.ts'
import { notSentReaction, react, sentReaction, unreact } from './reactions.ts'
import { readText, typedText } from './read-text.ts'
import { hasBotReply, replyInThread } from './reply-in-thread.ts'
import { type SendResult, sendToRequester } from './send-to-requester.ts'
import { sentWithout, unsupportedPartsOf } from './unsupported-parts.ts'

/** What became of a message. `internal`: its author may have meant it for the requester, so it gets a note. */
type Outcome = SendResult | { ok: 'internal'; note: Sentence }

/**
 * Sends a message to the requester if it replies to one that the bot relayed from them. All other messages in a thread
 * stay internal. A reply to the card or another message of the bot looks like an answer, so a note says that it is not.
 * Safe to repeat for the same message.
 * @throws when the outcome could not be shown in the thread. Handle the message again later.
 */
export async function handleReply(bot: Bot, botUser: string, message: APIMessage): Promise<void> {
  if (!mayAnswerRequester(message, botUser) || hasReaction(message, sentReaction)) return
  const wasRefused = hasReaction(message, notSentReaction)
  if (wasRefused && !message.edited_timestamp) return
  const outcome = await decide(bot, message)
  if (outcome && !(wasRefused && outcome.ok !== true)) await show(bot, message, outcome)
}

/** Tries again to send a reply that was refused and has been edited since. */
export async function retryEditedReply(bot: Bot, message: APIMessage): Promise<void> {
  if (!hasReaction(message, notSentReaction)) return
  const outcome = await decide(bot, message)
  if (outcome) await show(bot, message, outcome)
}

async function show(bot: Bot, message: APIMessage, outcome: Outcome) {
  if (outcome.ok === 'internal') {
    // The nonce keeps a repeat from posting twice for a few minutes only.
    if (!(await hasBotReply(bot, message))) await replyInThread(bot, message, outcome.note)
    return
  }
  if (!outcome.ok) {
    await react(bot, message, notSentReaction)
    return replyInThread(bot, message, sentence`Not sent. ${outcome.reason}`, nonceOf(message))
  }
  if (hasReaction(message, notSentReaction)) await unreact(bot, message, notSentReaction)
  await react(bot, message, sentReaction)
  const parts = unsupportedPartsOf(message)
  const missing = [
    ...(parts.length > 0 ? [sentWithout(parts)] : []),
    ...(outcome.refused ? [outcome.refused] : []),
  ]
  if (missing.length > 0) await replyInThread(bot, message, joined(missing, '\n'), nonceOf(message))
}

/** Each edit may have an outcome of its own. Discord allows 25 characters. */
const nonceOf = ({ id, edited_timestamp }: APIMessage) =>
  edited_timestamp
    ? createHash('sha256').update(`said:${id}:${edited_timestamp}`).digest('hex').slice(0, 24)
    : `said:${id}`

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

const hasReaction = ({ reactions = [] }: APIMessage, name: string) =>
  reactions.some(({ me, emoji }) => me && emoji.name === name)

/** @returns null when the message stays internal without a note */
async function decide(bot: Bot, message: APIMessage): Promise<Outcome | null> {
  try {
    const comment = await retryIdempotent(
      () => relayedComment(bot, message),
      (error) => bot.log.warn({ err: error, message: message.id }, 'A reply on Discord is handled again'),
    )
    if (!comment?.fromRequester) return await internal(bot, message)
    const read = await readText(bot, typedText(message))
    return await sendToRequester(bot, {
      ticket: comment.ticket,
      discordUser: message.author.id,
      key: `discord:${message.id}`,
      message: message.id,
      ...read,
      incoming: incomingFiles(message),
      leftOut: unsupportedPartsOf(message),
    })
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'A reply on Discord was not sent to the requester')
    return {
      ok: false,
      reason: sentence`Something went wrong on our side. Edit the message in a minute to try again.`,
    }
  }
}

/** A reply to a message of the bot that shows no words of the requester. */
async function internal({ desk }: Bot, message: APIMessage): Promise<Outcome | null> {
  if (!message.referenced_message) return null
  const ticket = await desk.tickets.findByDiscordThread(message.channel_id)
  if (ticket) return { ok: 'internal', note: internalNote(ticket, 'thread') }
  // The thread of a headline in the desk's channel has the headline's id.
  const headed = await desk.tickets.findByDiscordThread(message.referenced_message.id)
  return headed && { ok: 'internal', note: internalNote(headed, 'channel') }
}

/**
 * The comment that the referenced message shows. A reply may arrive before the message's id is stored. Then the embed's
 * timestamp identifies the comment, since it equals the comment's own.
 */
async function relayedComment(
  { desk }: Bot,
  { message_reference, referenced_message, channel_id }: APIMessage,
) {
  const known = await desk.comments.findByMessage('discord', message_reference?.message_id ?? '')
  const shownAt = referenced_message?.embeds[0]?.timestamp
  if (known || !shownAt) return known
  const ticket = await desk.tickets.findByDiscordThread(channel_id)
  return ticket && desk.comments.findByTime(ticket._id, new Date(shownAt))
}
