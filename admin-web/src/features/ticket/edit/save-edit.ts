import type { Answers } from '../../../../../core/tickets/fields/ticket-field.ts'
import { readAnswers } from '../../../shared/answers/typed-answers.ts'
import type { TicketAnswer, TicketView } from '../../../shared/http/answers.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { autoMerge, changesIn, type EditDraft, type TicketFields } from './edit-draft.ts'

/** What the API is sent: only what was changed. */
export type Edit = { version: number; fields?: Answers } & Partial<Omit<TicketFields, 'answers'>>

const maxTries = 3

type Ticket = Pick<TicketView, 'fields'>
type Calls = { put: (edit: Edit) => Promise<TicketAnswer>; read: () => Promise<TicketAnswer> }

/**
 * Saves an edit. When others have changed other fields meanwhile, it is moved to their version and saved again.
 * @throws Problem 409 when others have changed the same field, or were first three times
 */
export async function saveEdit(
  draft: EditDraft,
  ticket: Ticket,
  calls: Calls,
  tries = 1,
): Promise<TicketAnswer> {
  try {
    return await calls.put(editOf(draft, ticket))
  } catch (error) {
    if (!isProblem(error) || error.status !== 409 || tries === maxTries) throw error
    const { ticket: latest } = await calls.read()
    const merged = autoMerge(draft, latest)
    if (!merged) throw error
    return saveEdit(merged, latest, calls, tries + 1)
  }
}

function editOf(draft: EditDraft, { fields }: Ticket): Edit {
  const { answers, ...edited } = changesIn(draft)
  const asked = fields.filter(({ key }) => key in answers)
  return {
    version: draft.base.version,
    ...edited,
    ...(asked.length > 0 ? { fields: readAnswers(asked, answers) } : {}),
  }
}
