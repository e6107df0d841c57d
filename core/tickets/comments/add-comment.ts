import type { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import { idOf } from '../../ids.ts'
import type { Surface } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { comment, type newCommentSchema } from '../actions/comment.ts'
import { perform } from '../actions/perform.ts'
import type { Comment } from './comment.ts'

export type NewComment = {
  ticket: string
  surface: Surface
  /** names the delivery, e.g. `slack:<channel>:<ts>`: delivered twice, it is one comment */
  key: string
  /** the message in chat that the comment was made of */
  message?: string
  input: z.infer<typeof newCommentSchema>
}

/** @throws not-found, forbidden for internal notes without the role, conflict when the ticket takes no more */
export async function addComment(
  desk: Desk,
  actor: Actor,
  { ticket, surface, key, message, input }: NewComment,
): Promise<Comment> {
  await perform(desk, actor, comment, { id: ticket, surface, input: { ...input, key, message } })
  const stored = await desk.comments.find(idOf(key))
  if (!stored) throw notFound('comment')
  return stored
}
