import { type ChatInputCommandInteraction, DiscordAPIError } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { forbidden } from '../../../core/errors.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { isAdmin } from '../../../core/tickets/permissions.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { resolveActor } from '../resolve-actor.ts'
import { panelMessage } from '../views/panel.ts'

export const panelCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'panel',
  description: 'Place a message here whose button opens the form for a new ticket (admins of the desk)',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      description: 'What the message says above its button',
      required: false,
      max_length: 1_000,
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

/** Posts the panel as a message of the bot, so that it stays when the command's answer is gone. */
export const runPanel = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const actor = await resolveActor(bot, interaction.user.id)
    if (!isAdmin(actor)) throw forbidden('Only admins of the desk can place a panel.')
    const body = panelMessage(interaction.options.getString('text'))
    try {
      await bot.rest.post(Routes.channelMessages(interaction.channelId), { body })
      return sentence`The panel is here. Delete its message when you no longer want it.`
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error
      return sentence`Discord did not take the panel: ${error.message}. The bot needs the permissions View Channel, Send Messages and Embed Links here.`
    }
  })
