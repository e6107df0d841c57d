import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fileResolved } from '../support/resolved-tickets.ts'
import { deskOn } from '../support/two-desks.ts'

const name = `test_train_${Date.now()}`
let desk: Awaited<ReturnType<typeof deskOn>>
beforeAll(async () => {
  desk = await deskOn(name, 'a secret of the desk that is long enough for everybody')
})
afterAll(async () => {
  await desk?.database.connection.dropDatabase()
  await desk?.close()
})

const run = async () => {
  const env = { ...process.env, MONGODB_URI: `${inject('mongodb')}${name}` }
  const { stdout } = await promisify(execFile)(process.execPath, ['start/train-triage.ts'], { env })
  return stdout
}

test('npm run triage:train trains on the desk’s tickets, and a running desk follows', async () => {
  await fileResolved(desk.database, 60)
  const said = await run()
  expect(said).toMatch(/^Model 1 learned from 60 tickets in [\d.]+ s\.\nOn the newest 12, held out: accuracy/)
  expect(said).toMatch(/and the rules [\d.]+ %\.\nIt is in use\.\n$/)
  await expect.poll(async () => (await desk.desk.triageModels.current())?.number).toBe(1)
}, 120_000)
