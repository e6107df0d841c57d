import type { ChatInputCommandInteraction } from 'discord.js'
import { checkInput } from '../../../../core/check-input.ts'
import { actionOf } from '../../../../core/tickets/actions/actions.ts'
import { answerPrivately } from '../../answer.ts'
import type { Bot } from '../../bot.ts'
import { performAs } from '../../perform-as.ts'
import { resolveActor } from '../../resolve-actor.ts'
import type { Chosen, Row } from './action-table.ts'
import { whichTicket } from './which-ticket.ts'

/** Performs the action of a subcommand. Whoever runs it where the card is not shown learns nothing of hidden tickets. */
export const performSubcommand = (bot: Bot, interaction: ChatInputCommandInteraction, row: Row) =>
  answerPrivately(interaction, bot.log, async () => {
    const { options, channelId, user } = interaction
    const actor = await resolveActor(bot, user.id)
    const ticket = await whichTicket(bot.desk, options.getString('ticket'), channelId)
    const chosen: Chosen = { actor, ticket, value: (name) => String(options.get(name)?.value ?? '') }
    const action = actionOf(typeof row.action === 'string' ? row.action : row.action(chosen))
    const { words } = action
    const asked = {
      discordUser: user.id,
      ticket: ticket._id,
      isCardShown: ticket.surfaces.discord?.thread === channelId,
    }
    const own = row.done ? { ...action, words: { ...words, done: row.done } } : action
    return performAs(bot, asked, own, () => checkInput(action.input, row.input?.(chosen) ?? {}))
  })
