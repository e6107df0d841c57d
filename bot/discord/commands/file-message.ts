import type { MessageContextMenuCommandInteraction } from 'discord.js'
import {
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { titleOf } from '../../../core/rich-text/title.ts'
import { maxTitle } from '../../../core/tickets/ticket-texts.ts'
import type { Bot } from '../bot.ts'
import { openNewTicketForm } from '../requester/open-form.ts'
import { readDiscord } from '../text/read-discord.ts'

export const fileMessageCommand = {
  type: ApplicationCommandType.Message,
  name: 'File as ticket',
  contexts: [InteractionContextType.Guild],
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody

/** Opens the form with the message's text in it. Whoever files it becomes the requester. */
export function runFileMessage(bot: Bot, interaction: MessageContextMenuCommandInteraction) {
  const text = interaction.targetMessage.cleanContent.trim()
  const title = titleOf(
    readDiscord(text, () => undefined),
    maxTitle,
  )
  return openNewTicketForm(bot, interaction, { title, description: text })
}
