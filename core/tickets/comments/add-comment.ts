import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import { idOf } from '../../ids.ts'
import type { Surface } from '../../trace.ts'
import { staffAmong } from '../../users/staff-among.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { changeTicket } from '../change-ticket.ts'
import { assertTakesMore } from '../history-limits.ts'
import { assertMay } from '../permissions.ts'
import { watchersOf } from '../recipients.ts'
import { comment } from '../transitions.ts'
import { type Comment, commentBodySchema, visibilities } from './comment.ts'
import { mentionsSchema, peopleMentioned } from './mentions.ts'

export const newCommentSchema = z.strictObject({
  body: commentBodySchema,
  visibility: z.enum(visibilities).default('public'),
  mentions: mentionsSchema.optional(),
})

export type NewComment = {
  ticket: string
  surface: Surface
  /** names the delivery, e.g. `slack:<channel>:<ts>`: delivered twice, it is one comment */
  key: string
  /** the message on that surface that says it, when it was said there */
  message?: string
  input: z.infer<typeof newCommentSchema>
}

/** @throws not-found, forbidden for internal notes without the role, conflict when the ticket takes no more */
export async function addComment(desk: Desk, actor: Actor, request: NewComment): Promise<Comment> {
  const ticket = await desk.tickets.find(request.ticket)
  if (!ticket) throw notFound('ticket')
  assertMay(actor, request.input.visibility === 'internal' ? 'note' : 'comment', ticket)
  assertTakesMore(ticket)
  const { surface, message, input } = request
  const { body, visibility, mentions: ids = [] } = input
  const mentions = await peopleMentioned(desk, actor, { ticket, visibility, ids, surface })
  const stored = await desk.comments.insert({
    _id: idOf(request.key),
    ticket: ticket._id,
    author: personOf(actor),
    fromRequester: actor._id === ticket.requester.id,
    fromStaff: actor.role !== 'user',
    body,
    visibility,
    ...(mentions.length > 0 ? { mentions } : {}),
    surface,
    relayed: message && (surface === 'slack' || surface === 'discord') ? { [surface]: message } : {},
    createdAt: desk.now(),
  })
  const told = visibility === 'internal' ? [ticket.assignee, ...watchersOf(ticket), ...mentions] : mentions
  const staff = await staffAmong(desk, told)
  await changeTicket(desk, ticket._id, comment({ actor, surface, now: desk.now(), comment: stored, staff }))
  return stored
}
