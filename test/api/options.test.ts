import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { listen } from '../../start/listen.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
let folder: string
let http: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  at = await deskInProcess()
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-options-'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Deskbridge</title>')
  http = await listen(0)
  const health = async () => ({
    status: 'ok' as const,
    services: {} as never,
    owed: { documents: 0, oldestSeconds: 0 },
  })
  http.serve(createApi({ desk: at.desk, health, consoleFolder: folder, trustProxy: 0, secureCookies: false }))
})
afterAll(async () => {
  http.server.closeAllConnections()
  http.server.close()
  await at.close()
  await rm(folder, { recursive: true })
})

test.each([
  ['/unsubscribe/abc.def', ['GET', 'HEAD', 'POST']],
  ['/api/tickets', ['GET', 'HEAD', 'POST']],
  [`/api/tickets/${'a'.repeat(24)}`, ['DELETE', 'GET', 'HEAD', 'PUT']],
  ['/api/health', ['GET', 'HEAD']],
  ['/api/auth/login', ['POST']],
  ['/tickets/12', ['GET', 'HEAD']],
])('OPTIONS %s names every method while the console is served', async (where, methods) => {
  const { ok, headers } = await fetch(`http://127.0.0.1:${http.port}${where}`, { method: 'OPTIONS' })
  expect({ ok, allow: headers.get('allow')?.split(', ').sort() }).toEqual({ ok: true, allow: methods })
})
