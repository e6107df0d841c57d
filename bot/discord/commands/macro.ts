import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { previewMacro } from '../messages/preview-macro.ts'

/** The option that names a canned reply. */
export const macroOption = 'reply'

export const macroCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'macro',
  description: 'Answer the requester with a canned reply. You see a preview first',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: macroOption,
      description: 'Words of its name',
      required: true,
      autocomplete: true,
      max_length: 100,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

/** Shows only to this person what the canned reply would say. */
export const runMacro = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, () =>
    previewMacro(bot, interaction, interaction.options.getString(macroOption, true)),
  )
