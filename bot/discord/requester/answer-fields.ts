import type { ButtonInteraction, ModalSubmitInteraction, StringSelectMenuInteraction } from 'discord.js'
import pTimeout from 'p-timeout'
import { sentence } from '../../../core/text/sentence.ts'
import { readTicketToAnswer } from '../../../core/tickets/change-answers.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import { readTicket } from '../../../core/tickets/read-tickets.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { AnswersAsked } from '../answers-id.ts'
import type { Bot } from '../bot.ts'
import { answersModal, unansweredFirst } from '../modals/answers.ts'
import { maxInputs } from '../modals/field-input.ts'
import { answersIn } from '../modals/read-answers.ts'
import { resolveActor } from '../resolve-actor.ts'
import { answersChooser, answersRow, tryAgainRow } from '../views/answers.ts'
import { paragraphsMarkdown } from '../views/sentence.ts'
import { notSaved, refusedFields, saveAnswers } from './save-answers.ts'

/** Discord wants a form within 3 s. */
const lookUpWithinMs = 2_000

type Pressed = ButtonInteraction | StringSelectMenuInteraction

/**
 * Opens the form for the answers, with those that were given. Where there are more than fit, and none is missing, a menu
 * asks which.
 */
export const pressAnswers = (
  bot: Bot,
  interaction: ButtonInteraction,
  { ticket, use, refused }: AnswersAsked,
) =>
  withTicket(bot, interaction, ticket, async (read, seenAt) => {
    const { fields = [] } = read
    const again = use === 'again' ? fields.filter((_field, index) => refused.includes(index)) : []
    if (again.length > 0) return interaction.showModal(answersModal(read, again, seenAt))
    const isEdit = use === 'edit' || openFields(read).length === 0
    if (isEdit && fields.length > maxInputs)
      return answerPrivately(interaction, bot.log, async () => answersChooser(read))
    const shown = (isEdit ? fields : unansweredFirst(read)).slice(0, maxInputs)
    return interaction.showModal(answersModal(read, shown, seenAt))
  })

/** Opens the form for the answers that were chosen in the menu. */
export const chooseAnswers = (bot: Bot, interaction: StringSelectMenuInteraction, { ticket }: AnswersAsked) =>
  withTicket(bot, interaction, ticket, async (read, seenAt) => {
    const chosen = (read.fields ?? []).filter(({ key }) => interaction.values.includes(key))
    return interaction.showModal(answersModal(read, chosen, seenAt))
  })

/** Reads the ticket in time for a form, or says why there is none. */
async function withTicket(
  bot: Bot,
  interaction: Pressed,
  id: string,
  show: (ticket: Ticket, seenAt: Date) => Promise<unknown>,
) {
  try {
    const seenAt = bot.desk.now()
    const read = resolveActor(bot, interaction.user.id).then((actor) =>
      readTicketToAnswer(bot.desk, actor, id),
    )
    const ticket = await pTimeout(read, { milliseconds: lookUpWithinMs })
    await show(ticket, seenAt)
  } catch (error) {
    await answerPrivately(interaction, bot.log, () => Promise.reject(error))
  }
}

/** Stores the answers. Discord has closed the form by then, so what was refused is given back, and the form offered again. */
export const submitAnswers = (
  bot: Bot,
  interaction: ModalSubmitInteraction,
  { ticket: id, seenAt }: AnswersAsked,
) =>
  answerPrivately(interaction, bot.log, async () => {
    const actor = await resolveActor(bot, interaction.user.id)
    const { fields = [] } = await readTicket(bot.desk, actor, id)
    const typed = answersIn(interaction, fields)
    const saved = await saveAnswers(bot, actor, { id, typed, seenAt: seenAt ?? bot.desk.now() })
    const open = openFields(saved.ticket).length
    if (saved.refusals.length > 0)
      return {
        content: '',
        embeds: [{ title: 'Not saved', description: paragraphsMarkdown(notSaved(saved, typed), 4_000) }],
        components: tryAgainRow(saved.ticket, refusedFields(saved)),
      }
    if (open === 0) return sentence`Saved.`
    return {
      content: paragraphsMarkdown([sentence`Saved. ${open} more to answer.`], 2_000),
      embeds: [],
      components: answersRow(saved.ticket),
    }
  })
