import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, fileInSlack, people, type World } from '../support/story-world.ts'
import { expectToldOnce, settled } from '../support/told-once.ts'
import { waitFor } from '../support/wait-for.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
  await world.moderator(people.max)
})
afterAll(() => world?.close())

const ada = () => world.slack.as(people.ada.slack)
const max = () => world.discord.as(people.max.discord)

test('a mail server that is away for a while: the mail comes when it is back, once', async () => {
  const title = 'Mail is away'
  await world.stopMail()
  await fileInSlack(world, title)
  await waitFor(() => max().dm().includes(title), { what: 'the direct message, which waits for no mail' })
  await new Promise((done) => setTimeout(done, 4_000))
  await world.startMail()
  await settled(world, [title], 90_000)
  await expectToldOnce(world, title)
})

test('Slack answers 429 with Retry-After: nothing is sent before its time, and everything once', async () => {
  const title = 'Slack is busy'
  world.slack.failNext({ method: 'chat.postMessage', status: 429, retryAfter: 2, times: 1 })
  const { submittedAt } = await fileInSlack(world, title)
  await settled(world, [title], 60_000)
  await expectToldOnce(world, title)
  const posts = world.slack.calls.filter(
    ({ method, at }) => method === 'chat.postMessage' && Number(at) >= submittedAt,
  )
  const refused = posts.find(({ outcome }) => outcome === 'http 429')
  const next = posts.find((call) => refused && Number(call.at) > Number(refused.at))
  expect(Number(next?.at) - Number(refused?.at)).toBeGreaterThanOrEqual(1_900)
})

test('Slack loses an answer: the card is found, not posted again', async () => {
  const title = 'Slack lost the answer'
  world.slack.failNext({ method: 'chat.postMessage', loseAnswer: true, times: 1 })
  await fileInSlack(world, title)
  await settled(world, [title], 60_000)
  await expectToldOnce(world, title)
})

test('Discord answers 429, 500 and loses an answer', async () => {
  const title = 'Discord is busy'
  world.discord.failNext({ method: 'POST', path: /\/messages$/, status: 429, retryAfter: 1, times: 1 })
  world.discord.failNext({ method: 'POST', path: /\/threads$/, status: 500, times: 1 })
  world.discord.loseAnswer({ method: 'POST', path: /\/messages$/, times: 1 })
  await fileInSlack(world, title)
  await settled(world, [title], 60_000)
  await expectToldOnce(world, title)
})

test.each([
  ['resumes', true, 'Gateway resumes'],
  ['starts a new session', false, 'Gateway starts anew'],
])(
  'Discord’s gateway drops and %s: what was said meanwhile arrives, once',
  async (_how, resumable, title) => {
    await fileInSlack(world, title)
    await settled(world, [title])
    const card = world.slack.dmOf(people.ada.slack).find((message) => message.shown.includes(title))
    ada().reply({ text: 'Are you there?', threadTs: card?.ts ?? '' })
    const relayed = await waitFor(
      () =>
        world.thread(title)?.messages.find((message) => JSON.stringify(message).includes('Are you there?')),
      { what: 'the reply' },
    )
    await new Promise((done) => setTimeout(done, 300))
    world.discord.dropGateway({ resumable, refuseReconnectsForMs: resumable ? 0 : 1_500 })
    const channel = world.thread(title)?.id ?? ''
    max().write({ channel, content: 'I am here.', replyTo: relayed.id })
    max().write({ channel, content: 'SECRET remark' })
    const replies = () =>
      world.slack.dmOf(people.ada.slack).find((message) => message.ts === card?.ts)?.replies ?? []
    await waitFor(() => replies().some((reply) => reply.shown.includes('I am here.')), {
      what: 'the answer',
      timeoutMs: 60_000,
    })
    await new Promise((done) => setTimeout(done, 1_500))
    expect(replies().filter((reply) => reply.shown.includes('I am here.'))).toHaveLength(1)
    expect(world.slack.transcript(people.ada.slack)).not.toContain('SECRET')
  },
)

test('Slack’s socket is cut while somebody replies: Slack delivers again and the reply arrives once', async () => {
  const title = 'Gateway resumes'
  const card = world.slack.dmOf(people.ada.slack).find((message) => message.shown.includes(title))
  world.slack.socket.cut()
  ada().reply({ text: 'Still burning', threadTs: card?.ts ?? '' })
  await waitFor(() => world.thread(title)?.text.includes('Still burning'), {
    what: 'the reply',
    timeoutMs: 90_000,
  })
  expect(await world.database.collection('comments').countDocuments({ body: 'Still burning' })).toBe(1)
})
