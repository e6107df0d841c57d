import type { ButtonInteraction } from 'discord.js'
import { setWaiting } from '../../../core/tickets/set-status.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { changeAs } from '../change-as.ts'

export const pressWait = (bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeAs(
      bot,
      { discordUser: interaction.user.id, ticket },
      (actor) => setWaiting(bot.desk, actor, { id: ticket, surface: 'discord' }),
      ({ number }) => `#${number} waits for its requester. Their reply takes it up again.`,
    ),
  )
