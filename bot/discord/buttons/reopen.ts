import type { ButtonInteraction } from 'discord.js'
import { reopenTicket } from '../../../core/tickets/set-status.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { changeAs } from '../change-as.ts'

export const pressReopen = (bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeAs(
      bot,
      { discordUser: interaction.user.id, ticket },
      (actor) => reopenTicket(bot.desk, actor, { id: ticket, surface: 'discord' }),
      ({ number }) => `#${number} is taken up again.`,
    ),
  )
