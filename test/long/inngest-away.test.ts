import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalInngest, startInngest } from '../../local/inngest/inngest.ts'
import { createWorld, people, type World } from '../support/story-world.ts'
import { expectToldOnce, settled } from '../support/told-once.ts'

let world: World
let inngest: LocalInngest
let folder: string
const report = () => {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-inngest-'))
  inngest = await startInngest({ dataFolder: folder, report })
  world = await createWorld({ withGemini: false, inngest })
  await world.connected()
  await world.moderator(people.max)
})
afterAll(async () => {
  await world?.close()
  await inngest.stop()
  await rm(folder, { recursive: true, force: true })
})

const file = async (prefix: string) => {
  const titles = Array.from({ length: 20 }, (_, index) => `${prefix} ${String(index).padStart(2, '0')}`)
  const filed = await Promise.all(
    titles.map((title) => world.api().post('/api/tickets', { title, description: 'The printer is broken.' })),
  )
  expect(filed.every(({ status }) => status === 201)).toBe(true)
  return titles
}

async function expectAllOnce(titles: string[], startedAt: number) {
  await settled(world, titles, 120_000)
  console.log(`20 tickets told ${Date.now() - startedAt} ms after Inngest came back`)
  for (const title of titles) await expectToldOnce(world, title, { inSlack: false })
}

test('20 tickets filed while Inngest is stopped: all accepted, and triaged once each when it is back', async () => {
  await inngest.stop()
  const titles = await file('Filed without Inngest')
  expect((await world.health()).services.inngest?.state).toBe('down')
  const startedAt = Date.now()
  inngest = await startInngest({ dataFolder: folder, report, port: inngest.port })
  await expectAllOnce(titles, startedAt)
})

test('20 tickets whose events Inngest has taken and then forgotten with its whole queue', async () => {
  const titles = await file('Forgotten by Inngest')
  await inngest.stop()
  await Promise.all(
    ['main.db', 'main.db-wal', 'main.db-shm'].map((name) =>
      rm(join(folder, 'inngest', name), { force: true }),
    ),
  )
  const startedAt = Date.now()
  inngest = await startInngest({ dataFolder: folder, report, port: inngest.port })
  await expectAllOnce(titles, startedAt)
})
