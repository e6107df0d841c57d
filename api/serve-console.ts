import type { ServerResponse } from 'node:http'
import { Router } from 'express'
import sirv from 'sirv'
import { notFound } from '../core/errors.ts'
import { compressible } from './compress.ts'
import { createConsolePage } from './console-page.ts'

const hour = 3_600
const forGood = `public,max-age=${365 * 24 * hour},immutable`

/** Assets have hashed names: what one name holds never changes. */
function cacheAssets(response: ServerResponse, path: string) {
  if (path.startsWith('/assets/')) response.setHeader('Cache-Control', forGood)
}

/**
 * Serves the built console, in the compressed copies beside its files where the browser takes them. Assets are cached for
 * a year; all paths that name no file get its page.
 */
export function serveConsole(folder: string) {
  const routes = Router()
  const pageAt = createConsolePage(folder)
  // Without extensions, a path of the console is never taken for a file that lacks its ending.
  const files = {
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: hour,
    extensions: [],
    setHeaders: cacheAssets,
  }
  routes.get(/^/, sirv(folder, files))
  routes.get(/^\/assets\//, () => {
    throw notFound('file')
  })
  routes.get(/^\/(?!api(?:\/|$)|slack(?:\/|$))/, compressible, ({ path, url }, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(pageAt(path, url.includes('?')))
  })
  return routes
}
