import type { TicketView } from '../../../../../core/tickets/ticket-view.ts'

export type TicketFields = Pick<
  TicketView,
  'title' | 'description' | 'priority' | 'category' | 'skills' | 'tags'
>
export type Field = keyof TicketFields

/** An edit under way: the version of the ticket it started from, and what is typed so far. */
export type EditDraft = { base: TicketFields & { version: number }; typed: TicketFields }

const fields: Field[] = ['title', 'description', 'priority', 'category', 'skills', 'tags']
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const fieldsOf = (ticket: TicketFields): TicketFields => {
  const { title, description, priority, category, skills, tags } = ticket
  return { title, description, priority, category, skills, tags }
}

export const startEdit = (ticket: TicketFields & { version: number }): EditDraft => ({
  base: { ...fieldsOf(ticket), version: ticket.version },
  typed: fieldsOf(ticket),
})

/** The fields that the editor has changed: only these are sent. */
export const editedFields = ({ base, typed }: EditDraft): Partial<TicketFields> =>
  Object.fromEntries(
    fields.filter((field) => !same(base[field], typed[field])).map((field) => [field, typed[field]]),
  )

/**
 * Moves an edit to a newer version of the ticket. Fields the editor hasn't changed take the newer values.
 * @returns the edit, and the fields that both people have changed to different values
 */
export function rebase(draft: EditDraft, latest: TicketFields & { version: number }) {
  const mine = editedFields(draft)
  const typed = { ...fieldsOf(latest), ...mine }
  const clashes = fields.filter(
    (field) => field in mine && !same(draft.base[field], latest[field]) && !same(typed[field], latest[field]),
  )
  return { draft: { ...startEdit(latest), typed }, clashes }
}
