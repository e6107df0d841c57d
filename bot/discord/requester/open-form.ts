import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import pTimeout from 'p-timeout'
import { offeredOf } from '../../../core/catalog/names.ts'
import { isRefusal } from '../../../core/errors.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { type NewTicketForm, newTicketModal } from '../modals/new-ticket.ts'
import { resolveActor } from '../resolve-actor.ts'

type Opening = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction

/** Discord wants a form within 3 s. */
const lookUpWithinMs = 1_500

/**
 * Opens the form for a new ticket. Who has not linked their account is told how to before they write anything. When the
 * database is slow, the form opens without categories.
 */
export async function openNewTicketForm(
  bot: Bot,
  interaction: Opening,
  prefilled: Pick<NewTicketForm, 'title' | 'description'> = {},
) {
  try {
    const categories = await pTimeout(offeredTo(bot, interaction.user.id), {
      milliseconds: lookUpWithinMs,
      fallback: () => [],
    })
    await interaction.showModal(newTicketModal({ key: interaction.id, categories, ...prefilled }))
  } catch (error) {
    if (!isRefusal(error)) throw error
    await answerPrivately(interaction, bot.log, () => Promise.reject(error))
  }
}

/** @throws unauthenticated, forbidden */
async function offeredTo(bot: Bot, discordUser: string): Promise<string[]> {
  await resolveActor(bot, discordUser)
  return offeredOf(await bot.desk.catalog.read()).categories.map(({ name }) => name)
}
