import { isRefusal, type Refusal } from '../../../core/errors.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { changeAnswers } from '../../../core/tickets/change-answers.ts'
import { answerSentence } from '../../../core/tickets/fields/answer-sentence.ts'
import { withColon } from '../../../core/tickets/fields/answer-words.ts'
import type { Answers } from '../../../core/tickets/fields/ticket-field.ts'
import { readTicket } from '../../../core/tickets/read-tickets.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import type { Bot } from '../bot.ts'

type Typed = { id: string; typed: Answers; seenAt: Date }
type Saved = { ticket: Ticket; refusals: Refusal[] }

/**
 * Stores the answers that are right. One that is wrong, or that somebody else has changed meanwhile, must not cost the
 * others: Discord has closed the form by then.
 * @throws what is not about single answers
 */
export async function saveAnswers(
  bot: Bot,
  actor: User,
  { id, typed, seenAt }: Typed,
  refusals: Refusal[] = [],
): Promise<Saved> {
  if (Object.keys(typed).length === 0) return { ticket: await readTicket(bot.desk, actor, id), refusals }
  try {
    const ticket = await changeAnswers(bot.desk, actor, { id, surface: 'discord', typed, seenAt })
    return { ticket, refusals }
  } catch (error) {
    const right = isRefusal(error) ? withoutRefused(typed, error) : typed
    if (!isRefusal(error) || Object.keys(right).length === Object.keys(typed).length) throw error
    return saveAnswers(bot, actor, { id, typed: right, seenAt }, [...refusals, error])
  }
}

const isRefused = ({ errors }: Refusal, key: string) => errors.some(({ field }) => field === `fields.${key}`)

const withoutRefused = (typed: Answers, refusal: Refusal): Answers =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => !isRefused(refusal, key)))

/** Which of the ticket's fields were refused, counted from 0. */
export const refusedFields = ({ ticket, refusals }: Saved): number[] =>
  (ticket.fields ?? []).flatMap(({ key }, index) =>
    refusals.some((refusal) => isRefused(refusal, key)) ? [index] : [],
  )

/** What was refused and why, with what the person typed, so that they can copy it. */
export const notSaved = ({ ticket, refusals }: Saved, typed: Answers): Sentence[] => [
  ...refusals.map(({ words }) => words),
  ...(Object.keys(typed).some((key) => !refusals.some((refusal) => isRefused(refusal, key)))
    ? [sentence`The other answers of the form are saved.`]
    : []),
  ...(ticket.fields ?? [])
    .filter(({ key }) => typed[key] != null && refusals.some((refusal) => isRefused(refusal, key)))
    .map(
      ({ key, label }) => sentence`You typed for ${withColon(label)} ${answerSentence(typed[key] ?? null)}`,
    ),
]
