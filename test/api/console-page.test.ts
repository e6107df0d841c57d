import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConsolePage } from '../../api/console-page.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-page-'))
  await writeFile(
    path.join(folder, 'index.html'),
    '<head><title>Desk</title></head><!-- opening --><i>Splash</i><!-- end of the opening -->',
  )
})
afterAll(() => rm(folder, { recursive: true }))

const scriptsAt = (page: string) =>
  [...page.matchAll(/modulepreload" crossorigin href="\/([^"]+)"/g)].map(([, file]) => file)

const requestsAt = (page: string) =>
  [...page.matchAll(/preload" as="fetch" href="([^"]+)" crossorigin="anonymous"/g)].map(([, asked]) => asked)

const queue = { scripts: ['assets/queue.js'], requests: ['/api/tickets?view=queue&limit=50'] }
const preloads = {
  '/tickets/:id': { scripts: ['assets/ticket.js', 'assets/markdown.js'], requests: ['/api/tickets/:id'] },
  '/tickets/new': { scripts: ['assets/new.js'], requests: [] },
  '/queue': queue,
}

test.each([
  ['/queue', queue.scripts, ['/api/tickets?view=queue&amp;limit=50']],
  ['/queue/', queue.scripts, ['/api/tickets?view=queue&amp;limit=50']],
  ['/tickets/0c5387ab', ['assets/ticket.js', 'assets/markdown.js'], ['/api/tickets/0c5387ab']],
  ['/tickets/12%22%3E', ['assets/ticket.js', 'assets/markdown.js'], []],
  ['/tickets/1">', ['assets/ticket.js', 'assets/markdown.js'], []],
  ['/tickets/..', ['assets/ticket.js', 'assets/markdown.js'], []],
  ['/tickets/new', ['assets/new.js'], []],
  ['/tickets/1/2', [], []],
  ['/nothing', [], []],
])('%s names its scripts and first requests', async (where, scripts, requests) => {
  await writeFile(path.join(folder, 'preloads.json'), JSON.stringify(preloads))
  const page = createConsolePage(folder)(where)
  expect([scriptsAt(page), requestsAt(page)]).toEqual([scripts, requests])
})

test('the scripts wait in a template, where no browser loads them by itself', async () => {
  await writeFile(path.join(folder, 'preloads.json'), JSON.stringify(preloads))
  const page = createConsolePage(folder)('/queue')
  expect(scriptsAt(page.replace(/<template id="scripts">.*?<\/template>/, ''))).toEqual([])
})

test.each([
  ['/queue', '<h1>Queue</h1>'],
  ['/tickets/new', '<i>Splash</i>'],
  ['/nothing', '<i>Splash</i>'],
])('%s shows %s until its scripts have loaded', async (where, shown) => {
  const opening = { ...queue, opening: '<h1>Queue</h1>' }
  await writeFile(path.join(folder, 'preloads.json'), JSON.stringify({ ...preloads, '/queue': opening }))
  const page = createConsolePage(folder)(where)
  expect(page.match(/<h1>Queue<\/h1>|<i>Splash<\/i>/g)).toEqual([shown])
})

test('with filters in its address, a page names its scripts alone', async () => {
  await writeFile(path.join(folder, 'preloads.json'), JSON.stringify(preloads))
  const page = createConsolePage(folder)('/queue', true)
  expect([scriptsAt(page), requestsAt(page)]).toEqual([queue.scripts, []])
})
