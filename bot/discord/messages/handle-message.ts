import type { APIMessage } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { handleRequesterMessage, ticketOfRequesterMessage } from '../requester/handle-message.ts'
import { handleReply } from './handle-reply.ts'

/** Handles a message in the desk's server. @throws when it should be handled again later */
export async function handleMessage(bot: Bot, botUser: string, message: APIMessage): Promise<void> {
  const ticket = await ticketOfRequesterMessage(bot, message)
  return ticket ? handleRequesterMessage(bot, message, ticket) : handleReply(bot, botUser, message)
}
