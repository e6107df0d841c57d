import type { TypedAnswers } from './ticket-form.ts'
import type { NewTicket } from './use-file-ticket.ts'

/** What a new ticket starts with. @property draft the name under which it is kept */
export type Start = {
  draft: string
  ticket: Required<Omit<NewTicket, 'files' | 'fields'>> & { answers: TypedAnswers }
}

const blank: Start['ticket'] = { title: '', description: '', urgency: 'normal', category: '', answers: {} }

/** A blank ticket, or one that continues a closed ticket: the address names that one. */
export function startOf(search: URLSearchParams): Start {
  const after = search.get('after') ?? ''
  if (!/^\d+$/.test(after)) return { draft: 'new-ticket', ticket: blank }
  const ticket = { ...blank, title: search.get('title') ?? '', description: `Follow-up to #${after}.\n\n` }
  return { draft: `new-ticket:${after}`, ticket }
}
