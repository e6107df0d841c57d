import type { ButtonInteraction } from 'discord.js'
import { join } from '../../../core/tickets/actions/join.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import type { TicketPair } from '../pair-id.ts'
import { performAs } from '../perform-as.ts'

/** Joins the ticket that was just filed with the earlier one that its requester chose. */
export const pressSame = (bot: Bot, interaction: ButtonInteraction, { ticket, of }: TicketPair) =>
  answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket }, join, () => ({ of })),
  )
