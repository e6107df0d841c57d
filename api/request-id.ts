import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { withLogContext } from '../core/log-context.ts'

const header = 'X-Request-Id'
const acceptable = /^[\w.:-]{1,64}$/
const ticketPath = /^\/api\/tickets\/([0-9a-f]{24})(?:\/|$)/

/** Takes the request id from `X-Request-Id` if that is valid, or creates one, and returns it in the response. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.header(header) ?? ''
  response.set(header, acceptable.test(given) ? given : randomUUID())
  next()
}

/** Adds the request id to all log lines. Must run after the body parser, which loses the async context. */
export const logByRequest: RequestHandler = (request, response, next) => {
  const ticket = request.path.match(ticketPath)?.[1]
  const id = String(response.getHeader(header))
  withLogContext({ request: id, ...(ticket ? { ticket } : {}) }, next)
}
