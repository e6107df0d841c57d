import type { ButtonInteraction } from 'discord.js'
import { join } from '../../../core/tickets/actions/join.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { performAs } from '../perform-as.ts'
import type { SamePress } from '../same-id.ts'

/** Joins the ticket that was just filed with the earlier one that its requester chose. */
export const pressSame = (bot: Bot, interaction: ButtonInteraction, { ticket, of }: SamePress) =>
  answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket }, join, () => ({ of })),
  )
