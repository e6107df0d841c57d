import type { Desk } from '../desk.ts'

/** Takes people's words out of what a deleted ticket leaves: its history, its comments, and what search knows of it. */
export async function eraseTicket(
  desk: Pick<Desk, 'tickets' | 'comments' | 'texts'>,
  id: string,
): Promise<void> {
  await desk.tickets.scrubHistory(id)
  await desk.comments.removeAll(id)
  await desk.texts.removeTicket(id)
}
