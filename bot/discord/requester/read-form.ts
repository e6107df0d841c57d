import type { ModalSubmitInteraction } from 'discord.js'
import { offeredOf } from '../../../core/catalog/names.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { checkAnswers, invalidAnswers } from '../../../core/tickets/fields/check-answers.ts'
import type { Bot } from '../bot.ts'
import {
  type AskingCategory,
  newTicketFieldId,
  newTicketFields,
  type readNewTicketId,
} from '../modals/new-ticket.ts'
import { answersIn } from '../modals/read-answers.ts'

/** What the form's custom id says. */
export type Filing = NonNullable<ReturnType<typeof readNewTicketId>>

/** What was chosen in a select; undefined: nothing, or the form has no such select */
export const chosenIn = ({ fields }: ModalSubmitInteraction, field: string): string | undefined =>
  fields.fields.has(field) ? fields.getStringSelectValues(field)[0] : undefined

/** Of those that the desk offers. One may have been retired while the form was open. Triage then finds another. */
export async function chosenCategory(bot: Bot, interaction: ModalSubmitInteraction, filing: Filing) {
  const { categories } = offeredOf(await bot.desk.catalog.read())
  const named = chosenIn(interaction, newTicketFields.category)
  return categories.find(({ id, name }) => (filing.category ? id === filing.category : name === named))
}

/**
 * The answers that are right. The others are asked for once more after filing: a form that Discord has closed can't be
 * corrected.
 * @returns `wrong` says which are not, and why
 */
export function answersFor(category: AskingCategory | undefined, interaction: ModalSubmitInteraction) {
  const asked = category?.form?.fields ?? []
  const answers = answersIn(interaction, asked, newTicketFieldId)
  const { errors } = checkAnswers(asked, answers, { partly: true })
  const isWrong = (key: string) => errors.some(({ field }) => field === key)
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !isWrong(key))),
    wrong: errors.length > 0 ? [sentence`Not saved: ${invalidAnswers(asked, errors).message}`] : [],
  }
}
