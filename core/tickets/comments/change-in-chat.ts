import type { Desk } from '../../desk.ts'
import { idOf } from '../../ids.ts'
import type { Surface } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { type Comment, versionOf } from './comment.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'

/** The comment that was made of a message in chat, if one was. @param key names the message, as for `addComment` */
export const commentOfMessage = ({ comments }: Pick<Desk, 'comments'>, key: string) =>
  comments.find(idOf(key))

/**
 * Somebody edited a message in chat: its comment follows. Chat knows no versions, so the newest is meant.
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

/** Somebody deleted a message in chat: its comment goes. @throws forbidden, not-found, conflict */
export const deletedInChat = (desk: Desk, actor: Actor, comment: Comment, surface: Surface): Promise<void> =>
  deleteComment(desk, actor, { id: comment.ticket, comment: comment._id, surface })
