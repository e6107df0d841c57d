import compression from 'compression'
import type { RequestHandler } from 'express'

/** Compresses the JSON of those routes that allow it (`confidential` in route.ts says which don't). */
export const compress = () =>
  compression({
    filter: (_request, response) =>
      response.locals?.compressible === true && isText(String(response.getHeader('Content-Type'))),
  })

/** Not the event stream, whose events must not wait for more. */
const isText = (type: string) => /^(application\/json|text\/(css|javascript|html))\b/.test(type)

/** For answers that are the same for everybody. */
export const compressible: RequestHandler = (_request, response, next) => {
  response.locals.compressible = true
  next()
}
