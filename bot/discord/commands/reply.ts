import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { sendReply } from '../messages/send-reply.ts'
import { replyModal } from '../modals/reply.ts'

export const replyCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'reply',
  description: 'Send an answer to the requester. Everything else in this thread stays internal',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      description: 'The text for the requester. Leave it out to write several lines in a form',
      required: false,
      max_length: 4_000,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

/** Sends the text, or opens a form for it. Discord wants a form within 3 s, so it opens before any look-up. */
export function runReply(bot: Bot, interaction: ChatInputCommandInteraction) {
  const text = interaction.options.getString('text')
  return text ? sendReply(bot, interaction, text) : interaction.showModal(replyModal)
}
