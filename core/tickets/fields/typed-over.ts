import { conflict, Refusal } from '../../errors.ts'
import type { Ticket } from '../ticket.ts'
import { answerWords } from './answer-words.ts'
import type { Answer, Answers, TicketField } from './ticket-field.ts'

/**
 * What somebody has changed in a form that was filled with the ticket's answers. An answer that they left as it was then
 * does not undo what others have changed since.
 * @param typed all that the form holds @param seenAt when it was filled
 * @throws conflict at `fields.<key>` for what both have changed
 */
export function typedOver(
  { fields = [], history }: Pick<Ticket, 'fields' | 'history'>,
  typed: Answers,
  seenAt: Date,
): Answers {
  const changed = fields
    .filter(({ key }) => key in typed)
    .map((field) => ({ field, answer: typed[field.key] ?? null, seen: seenIn(history, field, seenAt) }))
    .filter(({ field, answer, seen }) => !isSame(answer, seen) && !isSame(answer, answerWords(field.value)))
  const clashes = changed.filter(({ field, seen }) => seen !== answerWords(field.value))
  if (clashes.length > 0) throw changedMeanwhile(clashes.map(({ field }) => field))
  return Object.fromEntries(changed.map(({ field: { key }, answer }) => [key, answer]))
}

/** The answer in words, as it was when the form was filled. */
function seenIn(history: Ticket['history'], { key, value }: TicketField, seenAt: Date): string {
  const since = history.filter(({ at }) => at > seenAt)
  const change = since.flatMap(({ changes = [] }) => changes).find(({ field }) => field === `fields.${key}`)
  return change ? String(change.from) : answerWords(value)
}

/** An empty checkbox is no change where the field had no answer. */
const isSame = (answer: Answer, words: string) =>
  answerWords(answer) === words || (answer === false && words === '')

const meanwhile = 'Somebody else has changed this answer meanwhile. Open the form again to see theirs.'

function changedMeanwhile(fields: readonly TicketField[]): Refusal {
  const named = fields.map(({ label }) => label).join(', ')
  const { kind, words } = conflict(
    `Somebody else has changed these answers meanwhile: ${named}. Open the form again to see theirs.`,
  )
  return new Refusal(kind, words, {
    errors: fields.map(({ key }) => ({ field: `fields.${key}`, message: meanwhile })),
  })
}
