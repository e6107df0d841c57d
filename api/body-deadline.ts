import type { Request, RequestHandler } from 'express'

export const uploadPath = '/api/files'
export const inboundMailPath = '/api/inbound-mail'

/** The server itself allows the longer one: see `start/listen.ts`. */
const bodyMs = 30_000
const uploadMs = 300_000

const longBodies: ReadonlySet<string> = new Set([uploadPath, inboundMailPath])

const hasBody = ({ headers }: Request) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0

/** Ends requests whose body doesn't come in time. Only uploads may take minutes. */
export const bodyDeadline: RequestHandler = (request, _response, next) => {
  if (hasBody(request)) {
    const ms = longBodies.has(request.path) ? uploadMs : bodyMs
    const timer = setTimeout(() => request.complete || request.destroy(), ms)
    request.once('close', () => clearTimeout(timer))
  }
  next()
}
