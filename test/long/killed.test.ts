import { afterAll, beforeAll, expect, test } from 'vitest'
import * as gemini from '../../local/gemini/behaviours.ts'
import { createWorld, fileInSlack, people, type World } from '../support/story-world.ts'
import { expectToldOnce, settled } from '../support/told-once.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.connected()
  await world.moderator(people.max)
})
afterAll(() => world?.close())

const lifeGoesOn = async (title: string, killedAt: number) => {
  await world.restart()
  await settled(world, [title], 120_000)
  console.log(`${title}: told ${Date.now() - killedAt} ms after the kill`)
  await expectToldOnce(world, title)
}

test('killed right after the ack: after a restart triaged, assigned and notified exactly once', async () => {
  const title = 'Killed after the ack'
  const { submission } = await fileInSlack(world, title)
  const killedAt = Date.now()
  await world.desk().kill()
  expect(submission.errors).toEqual({})
  await lifeGoesOn(title, killedAt)
})

test('killed during triage', async () => {
  const title = 'Killed during triage'
  world.gemini.next(gemini.hangs(5_000))
  const calls = world.gemini.calls.length
  await fileInSlack(world, title)
  await world.gemini.waitFor(() => world.gemini.calls.length > calls, {
    timeoutMs: 10_000,
    what: 'the request to Gemini',
  })
  const killedAt = Date.now()
  await world.desk().kill()
  await lifeGoesOn(title, killedAt)
})

test.each(['chat.postMessage', 'discord'])(
  'killed while %s has done its work and the answer is lost',
  async (what) => {
    const title = `Killed while sending: ${what}`
    if (what === 'discord') world.discord.loseAnswer({ method: 'POST', path: /\/messages$/, times: 1 })
    else world.slack.failNext({ method: what, loseAnswer: true })
    await fileInSlack(world, title)
    await new Promise((done) => setTimeout(done, 400))
    const killedAt = Date.now()
    await world.desk().kill()
    await lifeGoesOn(title, killedAt)
  },
)
