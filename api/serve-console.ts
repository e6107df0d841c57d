import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** The built console. Its files carry their hash in their names; every other path is one of its pages. */
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
