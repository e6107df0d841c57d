import type { Desk } from '../desk.ts'

/** Erases people's text from a deleted ticket: in its history, its comments and the search index. */
export async function eraseTicket(
  desk: Pick<Desk, 'tickets' | 'comments' | 'texts'>,
  id: string,
): Promise<void> {
  await desk.tickets.scrubHistory(id)
  await desk.comments.removeAll(id)
  await desk.texts.removeTicket(id)
}
