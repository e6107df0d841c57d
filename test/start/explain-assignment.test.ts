import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fileResolved } from '../support/resolved-tickets.ts'
import { deskOn } from '../support/two-desks.ts'

const name = `test_explain_${Date.now()}`
let desk: Awaited<ReturnType<typeof deskOn>>
beforeAll(async () => {
  desk = await deskOn(name, 'a secret of the desk that is long enough for everybody')
  await fileResolved(desk.database, 1)
})
afterAll(async () => {
  await desk?.database.connection.dropDatabase()
  await desk?.close()
})

const explain = (...given: string[]) =>
  promisify(execFile)(process.execPath, ['start/explain-assignment.ts', ...given], {
    env: { ...process.env, MONGODB_URI: `${inject('mongodb')}${name}` },
  })

test('npm run assign:explain says who was considered for a ticket', async () => {
  const { stdout } = await explain('1')
  expect(stdout).toMatch(/^#1 .+\n.+ to nobody/)
}, 60_000)

test.each([
  [[], /Say which ticket/],
  [['nonsense'], /Say which ticket/],
  [['99'], /There is no ticket #99\./],
])(
  'given %j it says what is wrong',
  async (given, words) => {
    await expect(explain(...given)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(words) })
  },
  60_000,
)
