import type { StringSelectMenuInteraction, UserSelectMenuInteraction } from 'discord.js'
import { notFound } from '../../../core/errors.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import type { CardSelect } from '../card-select-ids.ts'
import { actionTable } from '../commands/ticket/action-table.ts'
import { performRow } from '../commands/ticket/perform-row.ts'

/** Changes the priority or the assignee to what was chosen on the card. */
export const chooseOnCard = (
  bot: Bot,
  interaction: StringSelectMenuInteraction | UserSelectMenuInteraction,
  { select, ticket: id }: { select: CardSelect; ticket: string },
) =>
  answerPrivately(interaction, bot.log, async () => {
    const ticket = await bot.desk.tickets.find(id)
    if (!ticket) throw notFound('ticket')
    const [chosen = ''] = interaction.values
    const asked = { discordUser: interaction.user.id, ticket, isCardShown: true }
    if (select === 'set-priority') return performRow(bot, asked, actionTable.priority, () => chosen)
    const person = await bot.desk.users.findByDiscord(chosen)
    if (!person) return sentence`This person has not linked their Discord account to the desk.`
    return performRow(bot, asked, actionTable.assign, () => person._id)
  })
