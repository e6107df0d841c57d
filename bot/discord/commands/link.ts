import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { linkDiscord } from '../../../core/users/handles/link-handle.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'

export const linkCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'link',
  description: 'Link your Discord account to the desk with the code from your profile in the console',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'code',
      description: 'The code from the console, valid for ten minutes',
      required: true,
      max_length: 40,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

export const runLink = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const code = interaction.options.getString('code', true)
    const { name } = await linkDiscord(bot.desk, interaction.user.id, code)
    return sentence`Your Discord account is linked to ${name} on the desk.`
  })
