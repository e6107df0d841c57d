import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConsolePage } from '../../api/console-page.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-page-'))
  await writeFile(path.join(folder, 'index.html'), '<head><title>Desk</title></head>')
})
afterAll(() => rm(folder, { recursive: true }))

const scriptsAt = (page: string) =>
  [...page.matchAll(/modulepreload" crossorigin href="\/([^"]+)"/g)].map(([, file]) => file)

test.each([
  ['/queue', ['assets/queue.js']],
  ['/queue/', ['assets/queue.js']],
  ['/tickets/12', ['assets/ticket.js', 'assets/markdown.js']],
  ['/tickets/new', ['assets/new.js']],
  ['/tickets/1/2', []],
  ['/nothing', []],
])('%s names its scripts', async (where, scripts) => {
  const preloads = {
    '/tickets/:id': ['assets/ticket.js', 'assets/markdown.js'],
    '/tickets/new': ['assets/new.js'],
    '/queue': ['assets/queue.js'],
  }
  await writeFile(path.join(folder, 'preloads.json'), JSON.stringify(preloads))
  expect(scriptsAt(createConsolePage(folder)(where))).toEqual(scripts)
})
