import type { ChatInputCommandInteraction } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { changeDuty } from '../../../core/users/duty/change-duty.ts'
import { dutyEnd } from '../../../core/users/duty/duty-end.ts'
import { preferencesOf } from '../../../core/users/preferences/preferences.ts'
import type { User } from '../../../core/users/user.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { resolveActor } from '../resolve-actor.ts'
import { timestamp } from '../views/timestamp.ts'

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
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'until',
      description: 'Go on duty until a time, and off duty then',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'time',
          description: 'A time of day such as 17:30, or a length such as 2h or 90m',
          required: true,
          max_length: 10,
        },
      ],
    },
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

export const runDuty = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const wanted = interaction.options.getSubcommand()
    const actor = await resolveActor(bot, interaction.user.id)
    if (wanted === 'until') return dutyUntil(bot, actor, interaction.options.getString('time', true))
    const onDuty = wanted === 'on'
    await changeDuty(bot.desk, actor, onDuty)
    return onDuty
      ? sentence`You are on duty. The desk may assign new tickets to you.`
      : sentence`You are off duty. The desk assigns you no new tickets. You keep the ones you have.`
  })

async function dutyUntil({ desk }: Bot, actor: User, time: string) {
  const until = dutyEnd(time, desk.now(), preferencesOf(actor).timeZone)
  await changeDuty(desk, actor, true, until)
  return sentence`You are on duty until ${timestamp(until, 'f')}, which is ${timestamp(until, 'R')}. Times of day are read in the time zone of your profile.`
}
