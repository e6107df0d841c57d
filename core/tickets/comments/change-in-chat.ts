import type { Desk } from '../../desk.ts'
import { idFromKey } from '../../ids.ts'
import type { Surface } from '../../surface-names.ts'
import type { Actor } from '../../users/user.ts'
import { type Comment, versionOf } from './comment.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'

/**
 * Finds the comment that a chat message became.
 * @param key identifies the message, as in `addComment`
 * @returns null if none
 */
export const commentOfMessage = ({ comments }: Pick<Desk, 'comments'>, key: string) =>
  comments.find(idFromKey(key))

/**
 * Updates the comment of an edited chat message. Chat has no versions, so the edit applies to the newest one.
 * @throws forbidden, not-found, conflict
 */
export const editedInChat = (
  desk: Desk,
  actor: Actor,
  comment: Comment,
  { surface, body, mentions }: { surface: Surface; body: string; mentions: string[] },
): Promise<Comment> =>
  editComment(desk, actor, {
    ...{ id: comment.ticket, comment: comment._id, surface },
    input: { version: versionOf(comment), body, mentions },
  })

/** Deletes the comment of a deleted chat message. @throws forbidden, not-found, conflict */
export const deletedInChat = (desk: Desk, actor: Actor, comment: Comment, surface: Surface): Promise<void> =>
  deleteComment(desk, actor, { id: comment.ticket, comment: comment._id, surface })
