import { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { checkInput } from '../../core/check-input.ts'
import type { Desk } from '../../core/desk.ts'
import { addComment, newCommentSchema } from '../../core/tickets/add-comment.ts'
import { listComments } from '../../core/tickets/read-tickets.ts'
import { commentViewOf } from '../../core/tickets/ticket-view.ts'
import { callerOf } from '../authenticate.ts'
import { intakeKey, sourceOf } from '../intake-key.ts'
import { pageOf, pageQuery } from '../pages.ts'
import { ticketId } from './tickets.ts'

const commentsQuery = z.strictObject(pageQuery)

export function commentRoutes(desk: Desk, signedIn: RequestHandler) {
  const routes = Router({ mergeParams: true })
  routes.use(signedIn)

  routes.get('/', async (request, response) => {
    const { after, limit } = checkInput(commentsQuery, request.query)
    const page = { ticket: ticketId(request), after, limit: limit + 1 }
    const { rows, next } = pageOf(await listComments(desk, callerOf(request).user, page), limit)
    response.json({ comments: rows.map(commentViewOf), next })
  })

  routes.post('/', async (request, response) => {
    const ticket = ticketId(request)
    const comment = await addComment(desk, callerOf(request).user, {
      ticket,
      surface: sourceOf(request),
      key: intakeKey(request, `comment:${ticket}`),
      input: checkInput(newCommentSchema, request.body),
    })
    response.status(201).json({ comment: commentViewOf(comment) })
  })

  return routes
}
