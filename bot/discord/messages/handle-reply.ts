import { DiscordAPIError } from 'discord.js'
import { type APIMessage, MessageReferenceType, MessageType, Routes } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import * as marks from './reactions.ts'
import { mentionsIn, namedPeople } from './mentions.ts'
import { plainWords } from './discord-markdown.ts'
import { sayInThread, unlessRefused } from './reply-in-thread.ts'
import { type Outcome, sendToRequester } from './send-to-requester.ts'

const threadArchived = 50_083

/**
 * Sends a message on when it answers one in which the bot relayed the requester's words. Everything else that is
 * said in a thread is internal and stays there. Safe to call again for the same message.
 * @throws when the outcome could not be told in the thread: look at the message again later
 */
export async function handleReply(bot: Bot, botUser: string, message: APIMessage): Promise<void> {
  if (!mayBeAnswer(message, botUser) || isMarked(message)) return
  const outcome = await decide(bot, message)
  if (!outcome) return
  if (outcome.ok) await mark(bot, message, marks.sent)
  if (outcome.ok && message.attachments.length > 0)
    await sayInThread(bot, message, 'The words were sent, the files were not: files are not passed on.')
  if (!outcome.ok) {
    await mark(bot, message, marks.notSent)
    await sayInThread(bot, message, `Not sent: ${outcome.why}`)
  }
}

/** A person's reply to a message of the bot; when that was deleted meanwhile, the database knows whose it was. */
function mayBeAnswer(message: APIMessage, botUser: string): boolean {
  if (message.author.bot || message.type !== MessageType.Reply) return false
  if (message.message_reference?.type === MessageReferenceType.Forward) return false
  const answered = message.referenced_message
  return !answered || answered.author.id === botUser
}

const isMarked = ({ reactions = [] }: APIMessage) =>
  reactions.some(({ me, emoji }) => me && (emoji.name === marks.sent || emoji.name === marks.notSent))

/** @returns null when it stays internal */
async function decide(bot: Bot, message: APIMessage): Promise<Outcome | null> {
  try {
    const comment = await relayedComment(bot, message)
    if (!comment?.fromRequester) return null
    const named = await namedPeople(
      bot.desk,
      message.mentions.map(({ id, global_name, username }) => ({ id, name: global_name ?? username })),
    )
    return await sendToRequester(bot, {
      ticket: comment.ticket,
      discordUser: message.author.id,
      key: `discord:${message.id}`,
      message: message.id,
      text: plainWords(message.content, named),
      mentions: mentionsIn(named),
    })
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'a reply on Discord was not sent to the requester')
    return { ok: false, why: 'the desk has a problem of its own. Write it again in a minute.' }
  }
}

/**
 * The comment that the answered message shows. Somebody may answer in the moment between its sending and our note of
 * its id; then its time stamp, the comment's own, tells.
 */
async function relayedComment(
  { desk }: Bot,
  { message_reference, referenced_message, channel_id }: APIMessage,
) {
  const noted = await desk.comments.findByDiscordMessage(message_reference?.message_id ?? '')
  const shownAt = referenced_message?.embeds[0]?.timestamp
  if (noted || !shownAt) return noted
  const ticket = await desk.tickets.findByDiscordThread(channel_id)
  return ticket && desk.comments.findByTime(ticket._id, new Date(shownAt))
}

function mark({ rest, log }: Bot, { channel_id, id }: APIMessage, emoji: string) {
  const put = () => rest.put(Routes.channelMessageOwnReaction(channel_id, id, encodeURIComponent(emoji)))
  const putInArchive = async (error: unknown) => {
    if (!(error instanceof DiscordAPIError) || error.code !== threadArchived) throw error
    await rest.patch(Routes.channel(channel_id), { body: { archived: false } })
    return put()
  }
  return unlessRefused(put().catch(putInArchive), log)
}
