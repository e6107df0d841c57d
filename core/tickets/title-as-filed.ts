import type { Ticket } from './ticket.ts'

/** The title before all edits. Mails about a ticket keep it in their subject: Gmail groups only mails of one subject. */
export function titleAsFiled({ title, history }: Pick<Ticket, 'title' | 'history'>): string {
  const first = history.flatMap(({ changes = [] }) => changes).find(({ field }) => field === 'title')
  return typeof first?.from === 'string' ? first.from : title
}
