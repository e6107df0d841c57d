import type { Desk } from '../../desk.ts'
import { idOf } from '../../ids.ts'
import type { Surface } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { type Comment, versionOf } from './comment.ts'
import { deleteComment, editComment } from './edit-comment.ts'

/** The comment that was made of a message, if one was. @param key names the message, as for `addComment` */
export const saidInChat = ({ comments }: Pick<Desk, 'comments'>, key: string) => comments.find(idOf(key))

/**
 * Somebody changed a message: what the desk made of it follows. Chat knows no versions, so the newest is meant.
 * @throws forbidden, not-found, conflict
 */
export const changedInChat = (
  desk: Desk,
  actor: Actor,
  said: Comment,
  { surface, body, mentions }: { surface: Surface; body: string; mentions: string[] },
): Promise<Comment> =>
  editComment(desk, actor, {
    ...{ id: said.ticket, comment: said._id, surface },
    input: { version: versionOf(said), body, mentions },
  })

/** Somebody took a message back. @throws forbidden, not-found, conflict */
export const takenBackInChat = (desk: Desk, actor: Actor, said: Comment, surface: Surface): Promise<void> =>
  deleteComment(desk, actor, { id: said.ticket, comment: said._id, surface })
