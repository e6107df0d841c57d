import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, fileInSlack, people, type World } from '../support/story-world.ts'
import { expectToldOnce, settled } from '../support/told-once.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
  await world.moderator(people.max)
})
afterAll(() => world?.close())

test.each([
  ['one after the other', false, 'Delivered in turn'],
  ['all at once', true, 'Delivered together'],
])(
  'a submission delivered four times, %s, is one ticket, one thread, one card, one mail',
  async (_how, together, title) => {
    const { submission } = await fileInSlack(world, title, { times: 4, together })
    expect(submission.acks).toHaveLength(4)
    await settled(world, [title])
    await expectToldOnce(world, title)
  },
)

test('a ticket over HTTP with one Idempotency-Key, four times at once', async () => {
  const body = { title: 'Over the API, once', description: 'The printer is broken.' }
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => world.api().post('/api/tickets', body, { 'idempotency-key': 'once' })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
  await settled(world, [body.title])
  await expectToldOnce(world, body.title, { inSlack: false })
})
