import type { ButtonInteraction } from 'discord.js'
import { claimTicket } from '../../../core/tickets/claim-ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { changeAs } from '../change-as.ts'

/** The winner is told that they have it, everybody else who has. The card is redrawn by what the claim owes. */
export const pressClaim = (bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeAs(
      bot,
      { discordUser: interaction.user.id, ticket },
      (actor) => claimTicket(bot.desk, actor, { id: ticket, surface: 'discord' }),
      ({ number }) => `You have #${number} now.`,
    ),
  )
