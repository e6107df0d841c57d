import type { TicketView } from '../../../../../core/tickets/ticket-view.ts'
import { type Typed, typedOf } from '../../../shared/answers/typed-answers.ts'

type PlainFields = Pick<TicketView, 'title' | 'description' | 'priority' | 'category' | 'skills' | 'tags'>
/** @property answers what the inputs for the category's fields hold */
export type TicketFields = PlainFields & { answers: Typed }
export type Field = keyof PlainFields | `answers.${string}`

/** What of a ticket is edited. */
type Editable = PlainFields & Pick<TicketView, 'fields'>

/** An edit under way: the version of the ticket it started from, and what is typed so far. */
export type EditDraft = { base: TicketFields & { version: number }; typed: TicketFields }

const plain: (keyof PlainFields)[] = ['title', 'description', 'priority', 'category', 'skills', 'tags']
const answerPrefix = 'answers.'
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const fieldsOf = (ticket: Editable): TicketFields => {
  const { title, description, priority, category, skills, tags, fields } = ticket
  return { title, description, priority, category, skills, tags, answers: typedAnswers(fields) }
}

/** A box that nobody has ticked yet holds what it shows: nothing. */
const typedAnswers = (fields: Editable['fields']): Typed =>
  typedOf(
    fields.map(({ key, kind, value }) => ({ key, value: kind === 'checkbox' ? (value ?? false) : value })),
  )

export const startEdit = (ticket: Editable & { version: number }): EditDraft => ({
  base: { ...fieldsOf(ticket), version: ticket.version },
  typed: fieldsOf(ticket),
})

/** The key of the answer that a field is; null: it is none */
export const answerKeyOf = (field: Field) =>
  field.startsWith(answerPrefix) ? field.slice(answerPrefix.length) : null

export function fieldValue(fields: TicketFields, field: Field) {
  const key = answerKeyOf(field)
  return key === null ? fields[field as keyof PlainFields] : fields.answers[key]
}

/** The fields that the editor has changed: only these are sent. */
export const editedFields = ({ base, typed }: EditDraft): Field[] =>
  [...plain, ...Object.keys(base.answers).map((key): Field => `${answerPrefix}${key}`)].filter(
    (field) => !same(fieldValue(base, field), fieldValue(typed, field)),
  )

/** Only the changed fields of the ticket itself, and only the changed answers. */
export function changesIn(draft: EditDraft): Partial<PlainFields> & { answers: Typed } {
  const edited = editedFields(draft)
  const of = (fields: Field[], name: (field: Field) => string) =>
    Object.fromEntries(fields.map((field) => [name(field), fieldValue(draft.typed, field)]))
  return {
    ...of(
      edited.filter((field) => answerKeyOf(field) === null),
      (field) => field,
    ),
    answers: of(
      edited.filter((field) => answerKeyOf(field) !== null),
      (field) => answerKeyOf(field) ?? '',
    ) as Typed,
  }
}

/**
 * Moves an edit to a newer version of the ticket. Fields the editor hasn't changed take the newer values.
 * @returns the edit, and the fields that both people have changed to different values
 */
export function rebase(draft: EditDraft, latest: Editable & { version: number }) {
  const { answers: mine, ...plainMine } = changesIn(draft)
  const theirs = fieldsOf(latest)
  const typed = { ...theirs, ...plainMine, answers: { ...theirs.answers, ...mine } }
  const clashes = editedFields(draft).filter(
    (field) =>
      !same(fieldValue(draft.base, field), fieldValue(theirs, field)) &&
      !same(fieldValue(typed, field), fieldValue(theirs, field)),
  )
  return { draft: { ...startEdit(latest), typed }, clashes }
}

/**
 * Moves an edit to a newer version of the ticket when nobody needs to be asked about it.
 * @returns null when both people have changed a field, or the ticket takes no edit any more
 */
export function autoMerge(
  draft: EditDraft,
  latest: Editable & Pick<TicketView, 'version' | 'status'>,
): EditDraft | null {
  if (latest.status === 'closed' || latest.version === draft.base.version) return null
  const rebased = rebase(draft, latest)
  return rebased.clashes.length > 0 ? null : rebased.draft
}
