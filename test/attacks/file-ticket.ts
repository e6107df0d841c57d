import type { Person } from './target.ts'

/** Files a ticket. @returns the path of its API @throws Error with the desk's words when it is refused */
export async function fileTicket({ api }: Person, title: string): Promise<string> {
  const { status, body } = await api.post<{ ticket: { id: string } }>('/api/tickets', {
    title,
    description: 'It happens every day.',
  })
  if (status !== 201) throw new Error(`the ticket “${title}” is answered ${status}: ${JSON.stringify(body)}`)
  return `/api/tickets/${body.ticket.id}`
}
