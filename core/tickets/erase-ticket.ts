import { removeFilesOfTicket } from '../attachments/remove-files.ts'
import type { Desk } from '../desk.ts'

/** Erases what people wrote and attached to a deleted ticket: in its history, its comments, its files and the search index. */
export async function eraseTicket(
  desk: Pick<Desk, 'tickets' | 'comments' | 'texts' | 'files' | 'fileBytes'>,
  id: string,
): Promise<void> {
  await desk.tickets.scrubHistory(id)
  await desk.comments.removeAll(id)
  await removeFilesOfTicket(desk, id)
  await desk.texts.removeTicket(id)
}
