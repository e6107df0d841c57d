import type { TicketView } from '../../../../../core/tickets/ticket-view.ts'

export type TicketFields = Pick<
  TicketView,
  'title' | 'description' | 'priority' | 'category' | 'skills' | 'tags'
>
export type Field = keyof TicketFields

/** An edit under way: the ticket that the editor began from, and what they have made of it. */
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

/** Only what the editor has changed goes to the desk. */
export const editedFields = ({ base, typed }: EditDraft): Partial<TicketFields> =>
  Object.fromEntries(
    fields.filter((field) => !same(base[field], typed[field])).map((field) => [field, typed[field]]),
  )

/**
 * Puts an edit onto a newer version: what the editor hasn't touched follows the newer one, what they have typed stays.
 * @returns the edit, and the fields that both have changed, each to something else
 */
export function rebase(draft: EditDraft, latest: TicketFields & { version: number }) {
  const mine = editedFields(draft)
  const typed = { ...fieldsOf(latest), ...mine }
  const clashes = fields.filter(
    (field) => field in mine && !same(draft.base[field], latest[field]) && !same(typed[field], latest[field]),
  )
  return { draft: { ...startEdit(latest), typed }, clashes }
}
