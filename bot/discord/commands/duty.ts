import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { forbidden } from '../../../core/errors.ts'
import { changeUser } from '../../../core/users/change-user.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { resolveActor } from '../resolve-actor.ts'

export const dutyCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'duty',
  description: 'Say whether new tickets may be assigned to you',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'on',
      description: 'New tickets may be assigned to you',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'off',
      description: 'No new tickets are assigned to you; yours stay yours',
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

export const runDuty = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const onDuty = interaction.options.getSubcommand() === 'on'
    const actor = await resolveActor(bot, interaction.user.id)
    if (actor.role === 'user') throw forbidden('Only moderators and admins go on duty.')
    await changeUser(bot.desk, actor._id, (user) => (user.onDuty === onDuty ? null : { set: { onDuty } }))
    return onDuty
      ? 'You are on duty: new tickets may be assigned to you.'
      : 'You are off duty: no new tickets are assigned to you. The ones you have stay yours.'
  })
