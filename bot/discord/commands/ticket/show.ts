import type { ChatInputCommandInteraction } from 'discord.js'
import { isStaff } from '../../../../core/tickets/permissions.ts'
import { readTicket } from '../../../../core/tickets/read-tickets.ts'
import { similarOnCard } from '../../../../core/triage/similar/similar-on-card.ts'
import { answerPrivately } from '../../answer.ts'
import type { Bot } from '../../bot.ts'
import { resolveActor } from '../../resolve-actor.ts'
import { cardMessage } from '../../views/card.ts'
import { requesterCard } from '../../views/requester-card.ts'
import { ticketOption } from './options.ts'
import { resolveTicket } from './resolve-ticket.ts'

export const showSubcommand = { description: 'Show a ticket', options: [ticketOption] }

/**
 * Shows a ticket's card to this person only. Staff get its buttons; others get the card without what only staff may
 * see.
 */
export const showTicket = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const { desk, appUrl } = bot
    const actor = await resolveActor(bot, interaction.user.id)
    const { _id } = await resolveTicket(desk, interaction.options.getString('ticket'), interaction.channelId)
    const ticket = await readTicket(desk, actor, _id)
    if (!isStaff(actor)) return requesterCard({ ticket, usualAnswerMinutes: null }, appUrl)
    const [duplicates, similar] = await Promise.all([
      desk.tickets.duplicatesOf(ticket._id),
      similarOnCard(desk, ticket, actor),
    ])
    const { embeds, components } = cardMessage(ticket, appUrl, duplicates, similar)
    return { embeds, components }
  })
