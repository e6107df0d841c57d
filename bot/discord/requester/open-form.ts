import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import pTimeout from 'p-timeout'
import { entryFinder, listedNames, offeredOf } from '../../../core/catalog/names.ts'
import { isRefusal } from '../../../core/errors.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { type NewTicketForm, newTicketModal } from '../modals/new-ticket.ts'
import { resolveActor } from '../resolve-actor.ts'

type Opening = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction

/** Discord wants a form within 3 s. */
const lookUpWithinMs = 1_500

type Prefilled = Pick<NewTicketForm, 'title' | 'description'>
type Offered = Pick<NewTicketForm, 'categories' | 'category'>

/**
 * Opens the form for a new ticket. People who have not linked their account are told how to before they write anything.
 * When the database is slow, the form opens without categories.
 * @param category the name of one, so that the form asks what it asks; null: it is chosen in the form
 */
export async function openNewTicketForm(
  bot: Bot,
  interaction: Opening,
  { category = null, ...prefilled }: Prefilled & { category?: string | null } = {},
) {
  try {
    const offered = await pTimeout(offeredTo(bot, interaction.user.id, category), {
      milliseconds: lookUpWithinMs,
      fallback: (): Offered => ({}),
    })
    await interaction.showModal(newTicketModal({ key: interaction.id, ...offered, ...prefilled }))
  } catch (error) {
    if (!isRefusal(error)) throw error
    await answerPrivately(interaction, bot.log, () => Promise.reject(error))
  }
}

/** @throws unauthenticated, forbidden, invalid for a category that the desk does not offer */
async function offeredTo(bot: Bot, discordUser: string, category: string | null): Promise<Offered> {
  await resolveActor(bot, discordUser)
  const lists = await bot.desk.catalog.read()
  if (category === null) return { categories: offeredOf(lists).categories.map(({ name }) => name) }
  const [name = ''] = listedNames(lists.categories, [category], { field: 'category', had: [] })
  return { category: entryFinder(lists.categories)(name) }
}
