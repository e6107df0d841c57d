import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-options-'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Deskbridge</title>')
  at = await deskInProcess({ consoleFolder: folder })
})
afterAll(async () => {
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
  const { ok, headers } = await fetch(`${at.url}${where}`, { method: 'OPTIONS' })
  expect({ ok, allow: headers.get('allow')?.split(', ').sort() }).toEqual({ ok: true, allow: methods })
})
