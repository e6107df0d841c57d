import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js'
import pTimeout from 'p-timeout'
import { isRefusal } from '../../../core/errors.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { edit } from '../../../core/tickets/actions/edit.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import { readTicket } from '../../../core/tickets/read-tickets.ts'
import { versionFor } from '../../../core/tickets/shown-changes.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { answersModal } from '../modals/answers.ts'
import { answersIn } from '../modals/read-answers.ts'
import { resolveActor } from '../resolve-actor.ts'
import { answersRow } from '../views/answers.ts'
import { paragraphsMarkdown } from '../views/sentence.ts'

/** Discord wants a form within 3 s. */
const lookUpWithinMs = 2_000

/** Opens the form for the answers that are missing. */
export async function pressAnswers(bot: Bot, interaction: ButtonInteraction, id: string) {
  try {
    const modal = await pTimeout(modalFor(bot, interaction.user.id, id), { milliseconds: lookUpWithinMs })
    if (modal) return await interaction.showModal(modal)
    await answerPrivately(interaction, bot.log, async () => sentence`Everything is answered.`)
  } catch (error) {
    await answerPrivately(interaction, bot.log, () => Promise.reject(error))
  }
}

async function modalFor(bot: Bot, discordUser: string, id: string) {
  const actor = await resolveActor(bot, discordUser)
  return answersModal(await readTicket(bot.desk, actor, id))
}

/** Stores the answers. Discord has closed the form by then, so a refusal offers it again. */
export const submitAnswers = (bot: Bot, interaction: ModalSubmitInteraction, id: string) =>
  answerPrivately(interaction, bot.log, async () => {
    const actor = await resolveActor(bot, interaction.user.id)
    const ticket = await readTicket(bot.desk, actor, id)
    try {
      const fields = answersIn(interaction, ticket.fields ?? [])
      const input = { version: versionFor(actor, ticket), fields }
      const answered = await perform(bot.desk, actor, edit, { id, surface: 'discord', input })
      return openFields(answered).length > 0
        ? withButton(answered, `Saved. ${openFields(answered).length} more to answer.`)
        : sentence`Saved.`
    } catch (error) {
      if (!isRefusal(error) || error.kind !== 'invalid') throw error
      return withButton(ticket, `Not saved. ${error.message}`)
    }
  })

const withButton = (ticket: Ticket, words: string) => ({
  content: paragraphsMarkdown([sentence`${words}`], 2_000),
  embeds: [],
  components: answersRow(ticket),
})
