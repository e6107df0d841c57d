import { removeFilesOf } from '../../attachments/remove-files.ts'
import type { Desk } from '../../desk.ts'
import { conflict } from '../../errors.ts'
import type { Surface } from '../../surface-names.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { changeTicket } from '../change-ticket.ts'
import { announceDeletion, recordDeletion } from './comment-changes.ts'
import { assertMayDelete } from './comment-permissions.ts'
import { readComment } from './read-comment.ts'

/**
 * Deletes a comment. Its text and files are erased everywhere: here, in earlier versions and in chat. Deleting it again does
 * nothing.
 * @throws not-found, forbidden, conflict
 */
export async function deleteComment(
  desk: Desk,
  actor: Actor,
  { id, comment: commentId, surface }: { id: string; comment: string; surface: Surface },
): Promise<void> {
  await desk.limits.take(actor, 'changes')
  const { ticket, comment } = await readComment(desk, actor, { id, comment: commentId })
  assertMayDelete(actor, comment, ticket)
  if (comment.deleted) return
  const act = { actor, surface, now: desk.now() }
  await changeTicket(desk, id, announceDeletion(comment))
  const deleted = await desk.comments.remove(comment, { at: act.now, by: personOf(actor) })
  if (!deleted) throw conflict('It was changed meanwhile: load it again.')
  if (comment.files) await removeFilesOf(desk, commentId)
  await changeTicket(desk, id, recordDeletion({ ...act, comment }))
}
