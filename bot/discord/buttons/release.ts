import type { ButtonInteraction } from 'discord.js'
import { releaseTicket } from '../../../core/tickets/release-ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { changeAs } from '../change-as.ts'

export const pressRelease = (bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeAs(
      bot,
      { discordUser: interaction.user.id, ticket },
      (actor) => releaseTicket(bot.desk, actor, { id: ticket, surface: 'discord' }),
      ({ number }) => `You gave #${number} back: anyone may claim it.`,
    ),
  )
