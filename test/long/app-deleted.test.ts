import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBareInngest } from '../support/bare-inngest.ts'
import { createWorld, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

let folder: string
let inngest: Awaited<ReturnType<typeof startBareInngest>>
let world: World

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-bare-'))
  inngest = await startBareInngest(folder)
  world = await createWorld({ withGemini: false, inngest })
  await world.connected()
})
afterAll(async () => {
  await world?.close()
  await inngest?.stop()
  await rm(folder, { recursive: true, force: true })
})

const status = async () => (await world.api().get<{ status: string }>('/api/health')).body.status

test('somebody deletes the app in Inngest: health says so, and the ticket is triaged all the same', async () => {
  await waitFor(async () => (await status()) === 'ok', { what: 'a healthy desk', timeoutMs: 30_000 })
  expect(await inngest.deleteApp(world.database.name)).toBe(true)
  await world.api().post('/api/tickets', { title: 'Nobody looks', description: 'The printer is broken.' })
  await waitFor(async () => (await status()) === 'degraded', { what: 'a degraded desk', timeoutMs: 40_000 })
  await waitFor(async () => (await world.ticket('Nobody looks')).triage.state === 'done', {
    what: 'triage',
    timeoutMs: 60_000,
  })
  await waitFor(async () => (await status()) === 'ok', { what: 'a healthy desk again', timeoutMs: 30_000 })
})
