import type { Request, RequestHandler } from 'express'

export const uploadPath = '/api/files'

/** The server itself allows the longer one: see `start/listen.ts`. */
const bodyMs = 30_000
const uploadMs = 300_000

const hasBody = ({ headers }: Request) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0

/** Ends requests whose body doesn't come in time. Only uploads may take minutes. */
export const bodyDeadline: RequestHandler = (request, _response, next) => {
  if (hasBody(request)) {
    const ms = request.path === uploadPath ? uploadMs : bodyMs
    const timer = setTimeout(() => request.complete || request.destroy(), ms)
    request.once('close', () => clearTimeout(timer))
  }
  next()
}
