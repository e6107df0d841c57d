import type { ButtonInteraction } from 'discord.js'
import { markDuplicate } from '../../../core/tickets/actions/mark-duplicate.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import type { TicketPair } from '../pair-id.ts'
import { performAs } from '../perform-as.ts'

/** Marks the card's ticket as a duplicate of the one that the button names. */
export const pressDuplicate = (bot: Bot, interaction: ButtonInteraction, { ticket, of }: TicketPair) =>
  answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket }, markDuplicate, () => ({ of })),
  )
