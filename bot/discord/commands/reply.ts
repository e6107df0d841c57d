import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { answerOpenly } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { sendToRequester } from '../messages/send-to-requester.ts'
import { failureWords } from '../refusal-message.ts'
import { quoted } from '../views/text.ts'

export const replyCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'reply',
  description: 'Answer the requester of this thread’s ticket; everything else here stays internal',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      description: 'What the requester gets',
      required: true,
      max_length: 4_000,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

/** The team sees in the thread what was sent, or that it was not. */
export const runReply = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerOpenly(interaction, bot.log, async () => {
    const text = interaction.options.getString('text', true)
    try {
      const ticket = await bot.desk.tickets.findByDiscordThread(interaction.channelId)
      if (!ticket) return 'Not sent: this is not a ticket’s thread. Use `/reply` in the thread of the ticket.'
      const sent = await sendToRequester(bot, {
        ticket: ticket._id,
        discordUser: interaction.user.id,
        key: `discord:${interaction.id}`,
        text,
      })
      return sent.ok ? `Sent to ${quoted(sent.requester, 80)}: ${text}` : `Not sent: ${sent.why}`
    } catch (error) {
      return `Not sent: ${failureWords(error, bot.log)}`
    }
  })
