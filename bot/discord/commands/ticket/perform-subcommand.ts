import type { ChatInputCommandInteraction } from 'discord.js'
import { answerPrivately } from '../../answer.ts'
import type { Bot } from '../../bot.ts'
import { resolveActor } from '../../resolve-actor.ts'
import type { Row } from './action-table.ts'
import { performRow } from './perform-row.ts'
import { resolveTicket } from './resolve-ticket.ts'

/** Performs the action of a subcommand. */
export const performSubcommand = (bot: Bot, interaction: ChatInputCommandInteraction, row: Row) =>
  answerPrivately(interaction, bot.log, async () => {
    const { options, channelId, user } = interaction
    await resolveActor(bot, user.id)
    const ticket = await resolveTicket(bot.desk, options.getString('ticket'), channelId)
    const isCardShown = ticket.surfaces.discord?.thread === channelId
    const value = (name: string) => String(options.get(name)?.value ?? '')
    return performRow(bot, { discordUser: user.id, ticket, isCardShown }, row, value)
  })
