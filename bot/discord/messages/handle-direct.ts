import type { APIMessage } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { handleRequesterMessage, ticketOfRequesterMessage } from '../requester/handle-message.ts'
import { answerDirect } from './answer-direct.ts'

/** Handles a direct message: a reply in a requester's conversation, or one that nobody reads. */
export async function handleDirect(bot: Bot, message: APIMessage): Promise<void> {
  try {
    const ticket = await ticketOfRequesterMessage(bot, message)
    await (ticket ? handleRequesterMessage(bot, message, ticket) : answerDirect(bot, message))
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'A direct message on Discord could not be handled')
  }
}
