import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { code, markdownText, sentence } from '../../../core/text/sentence.ts'
import { answerOpenly } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { sendToRequester } from '../messages/send-to-requester.ts'
import { failureMessage } from '../refusal-message.ts'

export const replyCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'reply',
  description: 'Send an answer to the requester. Everything else in this thread stays internal',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      description: 'The text for the requester',
      required: true,
      max_length: 4_000,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

/** Answers in the thread, so that the whole team sees what was sent, or why not. */
export const runReply = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerOpenly(interaction, bot.log, async () => {
    const text = interaction.options.getString('text', true)
    try {
      const ticket = await bot.desk.tickets.findByDiscordThread(interaction.channelId)
      if (!ticket)
        return sentence`Not sent. This is not the thread of a ticket. Use ${code('/reply')} in the thread of the ticket.`
      const sent = await sendToRequester(bot, {
        ticket: ticket._id,
        discordUser: interaction.user.id,
        key: `discord:${interaction.id}`,
        text,
      })
      return sent.ok
        ? [sentence`Sent to ${sent.requester}:`, markdownText(text)]
        : sentence`Not sent. ${sent.reason}`
    } catch (error) {
      return sentence`Not sent. ${failureMessage(error, bot.log)}`
    }
  })
