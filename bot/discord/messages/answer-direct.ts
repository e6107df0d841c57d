import { type APIMessage, MessageType } from 'discord-api-types/v10'
import { code, sentence } from '../../../core/text/sentence.ts'
import type { Bot } from '../bot.ts'
import { replyInThread } from './reply-in-thread.ts'

const notRead = sentence`Nobody reads messages here. To work on a ticket, use the buttons above or write in the ticket’s thread. There, ${code('/reply')} answers the requester. To add to a ticket that you filed, reply to its card.`

/** Tells a person who writes to the bot directly that it passes nothing on. */
export async function answerDirect(bot: Bot, message: APIMessage): Promise<void> {
  const isWritten = message.type === MessageType.Default || message.type === MessageType.Reply
  if (message.author.bot || !isWritten) return
  await replyInThread(bot, message, notRead).catch((error: Error) =>
    bot.log.warn({ reason: error.message }, 'A direct message on Discord could not be answered'),
  )
}
