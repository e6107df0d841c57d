import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** Serves the built console. Assets have hashed names and are cached for a year; all other paths get its page. */
export function serveConsole(folder: string) {
  const routes = Router()
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  routes.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  )
  routes.use(express.static(folder, { index: false, maxAge: '1h' }))
  routes.get(/^\/(?!api(?:\/|$)|slack(?:\/|$))/, (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page)
  })
  return routes
}
