import type { z } from 'zod'
import type { IncomingFile } from '../../attachments/attached-file.ts'
import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import { idFromKey } from '../../ids.ts'
import type { Surface } from '../../surface-names.ts'
import type { Actor } from '../../users/user.ts'
import { comment, type newCommentSchema } from '../actions/comment.ts'
import { perform } from '../actions/perform.ts'
import type { Comment, CommentPlace } from './comment.ts'

export type NewComment = {
  ticket: string
  surface: Surface
  /** identifies the message, e.g. `slack:<channel>:<ts>`: a second delivery creates no second comment */
  key: string
  /** id of the chat message that becomes the comment */
  message?: string
  /** where that message is; absent: in the surface's own thread */
  place?: CommentPlace
  input: z.infer<typeof newCommentSchema>
  /** files of the chat message, which are fetched later */
  incoming?: IncomingFile[]
}

/** @throws invalid for files that can't be attached; not-found; forbidden for internal notes by others than staff; conflict when the history is full */
export async function addComment(
  desk: Desk,
  actor: Actor,
  { ticket, surface, input, ...from }: NewComment,
): Promise<Comment> {
  await perform(desk, actor, comment, { id: ticket, surface, input: { ...input, ...from } })
  const stored = await desk.comments.find(idFromKey(from.key))
  if (!stored) throw notFound('comment')
  return stored
}
