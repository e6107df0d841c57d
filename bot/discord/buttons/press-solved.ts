import type { ButtonInteraction } from 'discord.js'
import { isId } from '../../../core/ids.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { performAs } from '../perform-as.ts'
import { solvedPrefix } from '../views/requester-card.ts'

/** The ticket that the requester's button resolves. Null for another id. */
export function readSolvedId(customId: string): string | null {
  const [prefix, ticket = ''] = customId.split(':')
  return prefix === solvedPrefix && isId(ticket) ? ticket : null
}

/** Resolves a ticket in its requester's words. */
export const pressSolved = (bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket, isCardShown: false }, solved, () => ({
      resolution: 'Marked as solved by the requester',
    })),
  )

const solved = { ...resolve, words: { ...resolve.words, done: undefined, success: 'Marked as solved.' } }
