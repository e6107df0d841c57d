import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { withLogContext } from '../core/log-context.ts'

const header = 'X-Request-Id'
const acceptable = /^[\w.:-]{1,64}$/
const ticketPath = /^\/api\/tickets\/([0-9a-f]{24})(?:\/|$)/

/** Names each request: as the proxy or the caller does, if that is a name, or anew. The answer says it. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.header(header) ?? ''
  response.set(header, acceptable.test(given) ? given : randomUUID())
  next()
}

/** Whatever is logged from here on says for which request. After the body was read, since reading it loses this. */
export const logByRequest: RequestHandler = (request, response, next) => {
  const ticket = request.path.match(ticketPath)?.[1]
  const id = String(response.getHeader(header))
  withLogContext({ request: id, ...(ticket ? { ticket } : {}) }, next)
}
