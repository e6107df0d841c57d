import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { changeDuty } from '../../../core/users/change-duty.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { resolveActor } from '../resolve-actor.ts'

export const dutyCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'duty',
  description: 'Go on or off duty',
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'on',
      description: 'The desk may assign new tickets to you',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'off',
      description: 'The desk assigns you no new tickets. You keep the ones you have',
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

export const runDuty = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const onDuty = interaction.options.getSubcommand() === 'on'
    const actor = await resolveActor(bot, interaction.user.id)
    await changeDuty(bot.desk, actor, onDuty)
    return onDuty
      ? sentence`You are on duty. The desk may assign new tickets to you.`
      : sentence`You are off duty. The desk assigns you no new tickets. You keep the ones you have.`
  })
