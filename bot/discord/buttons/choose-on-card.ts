import type { StringSelectMenuInteraction, UserSelectMenuInteraction } from 'discord.js'
import { Routes } from 'discord-api-types/v10'
import { notFound } from '../../../core/errors.ts'
import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { similarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import type { CardSelect } from '../card-select-ids.ts'
import { actionTable } from '../commands/ticket/action-table.ts'
import { performRow } from '../commands/ticket/perform-row.ts'
import { cardMessage } from '../views/card.ts'

type Choosing = StringSelectMenuInteraction | UserSelectMenuInteraction
type Chosen = { select: CardSelect; ticket: string }

/**
 * Changes the priority or the assignee to what was chosen on the card. A menu keeps showing a choice that was refused, until
 * its message is edited.
 */
export async function chooseOnCard(bot: Bot, interaction: Choosing, chosen: Chosen) {
  let unchanged: Ticket | null = null
  await answerPrivately(interaction, bot.log, async () => {
    const ticket = await bot.desk.tickets.find(chosen.ticket)
    if (!ticket) throw notFound('ticket')
    const words = await change(bot, interaction, chosen.select, ticket)
    const now = await bot.desk.tickets.find(ticket._id)
    unchanged = now?.version === ticket.version ? now : null
    return words
  })
  if (unchanged) await drawAgain(bot, interaction, unchanged)
}

async function change(bot: Bot, { user, values }: Choosing, select: CardSelect, ticket: Ticket) {
  const [chosen = ''] = values
  const asked = { discordUser: user.id, ticket, isCardShown: true }
  if (select === 'set-priority') return performRow(bot, asked, actionTable.priority, () => chosen)
  const person = await bot.desk.users.findByDiscord(chosen)
  if (!person) return sentence`This person has not linked their Discord account to the desk.`
  return performRow(bot, asked, actionTable.assign, () => person._id)
}

/** A card that only one person sees can't be edited like this, and stays as it is. */
async function drawAgain(bot: Bot, { message }: Choosing, ticket: Ticket) {
  const { components } = cardMessage(ticket, bot.appUrl, [], await similarOnCard(bot.desk, ticket))
  const route = Routes.channelMessage(message.channelId, message.id)
  await bot.rest
    .patch(route, { body: { components } })
    .catch((error: Error) =>
      bot.log.debug({ reason: error.message }, 'A card on Discord could not be drawn again'),
    )
}
