import type { ChangedField } from '../../trace.ts'
import { answerWords } from './answer-words.ts'
import { checkAnswers, invalidAnswers } from './check-answers.ts'
import type { Answers, TicketField } from './ticket-field.ts'

/**
 * Changes some answers of a ticket. What is asked stays as it was when the ticket was filed.
 * @param answers by key; those of other fields stay
 * @throws invalid at `fields.<key>`
 */
export function editedFields(
  had: readonly TicketField[],
  answers: Answers,
): { fields: TicketField[]; changes: ChangedField[] } {
  const asked = had.filter(({ key }) => key in answers)
  const { fields: edited, errors } = checkAnswers(asked, answers)
  if (errors.length > 0) throw invalidAnswers(asked, errors)
  const byKey = new Map(edited.map((field) => [field.key, field]))
  const fields = had.map((field) => byKey.get(field.key) ?? field)
  return {
    fields,
    changes: fields.flatMap((field, index) => changeOf(had[index]?.value ?? null, field)),
  }
}

/** The fields with new answers, which nobody has checked. */
export const withAnswers = (fields: readonly TicketField[], answers: Answers): TicketField[] =>
  fields.map((field) => (field.key in answers ? { ...field, value: answers[field.key] ?? null } : field))

const changeOf = (before: TicketField['value'], { key, label, value }: TicketField): ChangedField[] =>
  before === value
    ? []
    : [{ field: `fields.${key}`, label, from: answerWords(before), to: answerWords(value) }]
