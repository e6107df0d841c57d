import { expect, test } from 'vitest'
import { createCheckpoint } from '../../../../core/database/checkpoint-store.ts'
import { emptyDatabase } from '../database.ts'
import { cardOf, deskWithSlack } from '../desk-with-slack.ts'

const database = emptyDatabase()
const minutes = 60_000

/** Ada's ticket with two replies. Slack repeats no events. */
async function talked() {
  const all = await deskWithSlack(database(), 'socket', { slack: { retryDelaysMs: [] } })
  const { slack, desk, settled } = all
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const { ts: threadTs } = await cardOf(slack)
  await settled()
  const say = (text: string) => ada.reply({ text, threadTs }).ts
  const bodies = async () => {
    const ticket = await desk.tickets.findBySlackThread(ada.dm, threadTs)
    const comments = await desk.comments.list({
      ...{ ticket: ticket?._id ?? '', visibilities: ['public'], limit: 20 },
    })
    return comments.map(({ body, deleted }) => (deleted ? 'deleted' : body))
  }
  const first = say('first')
  const second = say('second')
  await expect.poll(bodies).toEqual(['first', 'second'])
  /** The desk is away, for longer than Slack repeats events. */
  const away = (meanwhile: () => void) =>
    all.restart(async () => {
      meanwhile()
      await createCheckpoint(database(), 'slack').save(String(Date.now() - 10 * minutes))
    })
  return { ...all, ada, say, first, second, bodies, away }
}

test('what was written, changed and deleted while the desk was away arrives once and in order', async () => {
  const { ada, say, first, second, bodies, away, slack } = await talked()
  await away(() => {
    say('third')
    say('fourth')
    ada.edit({ ts: first, text: 'first, changed' })
    ada.remove({ ts: second })
  })
  await expect.poll(bodies).toEqual(['first, changed', 'deleted', 'third', 'fourth'])
  await slack.redeliver(6)
  say('fifth')
  await expect.poll(bodies).toEqual(['first, changed', 'deleted', 'third', 'fourth', 'fifth'])
})

test('what was written while the connection was gone comes before what follows, though Slack has not repeated it yet', async () => {
  const { say, bodies, slack } = await talked()
  slack.socket.cut()
  say('third')
  await slack.connect({ mode: 'socket' })
  say('fourth')
  await expect.poll(bodies).toEqual(['first', 'second', 'third', 'fourth'])
})

test('a message does not wait because the thread can’t be read, in which something might be missing', async () => {
  const { say, bodies, slack } = await talked()
  slack.socket.cut()
  await slack.connect({ mode: 'socket' })
  slack.failNext({ method: 'conversations.replies', status: 429, retryAfter: 30, times: 3 })
  say('third')
  await expect.poll(bodies).toEqual(['first', 'second', 'third'])
})

test('a change to an earlier message does not count as the next one', async () => {
  const { say, bodies, slack, ada, second } = await talked()
  slack.socket.cut()
  say('third')
  await slack.connect({ mode: 'socket' })
  ada.edit({ ts: second, text: 'second, changed' })
  await expect.poll(bodies).toContain('second, changed')
  say('fourth')
  await expect.poll(bodies).toEqual(['first', 'second, changed', 'third', 'fourth'])
})

test('what was written during a restart comes before what follows, though Slack has not repeated it yet', async () => {
  const { say, bodies, restart, slack } = await talked()
  await restart(async () => {
    await expect.poll(slack.socket.connections).toBe(0)
    say('third')
  })
  say('fourth')
  await expect.poll(bodies).toEqual(['first', 'second', 'third', 'fourth'])
})

test('reactions that were added and taken back while the desk was away are followed', async () => {
  const { ada, first, second, away, slack, desk, say, bodies } = await talked()
  const stored = async () => {
    const ticket = await desk.tickets.findBySlackThread(ada.dm, (await cardOf(slack)).ts)
    return (ticket?.reactions ?? []).filter(({ removed }) => !removed).map(({ emoji }) => emoji)
  }
  ada.addReaction({ ts: first, name: 'tada' })
  await expect.poll(stored).toEqual(['🎉'])
  let third = ''
  await away(() => {
    ada.removeReaction({ ts: first, name: 'tada' })
    ada.addReaction({ ts: second, name: 'eyes' })
    third = say('third')
    ada.addReaction({ ts: third, name: 'heart' })
  })
  await expect.poll(bodies).toEqual(['first', 'second', 'third'])
  await expect.poll(stored).toEqual(['👀', '❤️'])
})

test('what was written to the app outside of threads is answered below it, once', async () => {
  const { ada, say, bodies, away, slack } = await talked()
  const asked: string[] = []
  await away(() => {
    for (const text of ['My mouse is broken', 'My chair, too']) asked.push(ada.reply({ text }).ts)
    say('third')
  })
  const offers = () =>
    asked.map((ts) =>
      slack
        .dmOf('U1')
        .find((message) => message.ts === ts)
        ?.replies.flatMap(({ buttons }) => buttons.map(({ label, value }) => [label, value])),
    )
  const once = () => asked.map((ts) => [['File a ticket', ts]])
  await expect.poll(offers).toEqual(once())
  await slack.redeliver(2)
  await away(() => say('fourth'))
  await expect.poll(bodies).toEqual(['first', 'second', 'third', 'fourth'])
  expect(offers()).toEqual(once())
  expect(ada.sees()).not.toContain('(only to you) To file this')
})

test('waits as long as Slack asks for', async () => {
  const { say, bodies, away, slack } = await talked()
  const fault = { method: 'conversations.replies', times: 1, status: 429, retryAfter: 1 }
  let failedAt = 0
  await away(() => {
    say('third')
    slack.failNext(fault)
    failedAt = slack.calls.length
  })
  await expect.poll(bodies).toEqual(['first', 'second', 'third'])
  const [refused, again] = slack.calls
    .slice(failedAt)
    .filter(({ method }) => method === 'conversations.replies')
  expect(refused?.outcome).toBe('http 429')
  expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990)
})

test('what is deleted after its page was read does not arrive', async () => {
  const { ada, say, bodies, away, slack } = await talked()
  let fourth = ''
  let askedAt = 0
  await away(() => {
    say('third, for <@U2>')
    fourth = say('fourth')
    // whose name it is takes long to find out, while the next message waits
    slack.failNext({ method: 'users.info', times: 1, delayMs: 1_000 })
    askedAt = slack.calls.length
  })
  const asked = () => slack.calls.slice(askedAt).map(({ method }) => method)
  await expect.poll(asked).toContain('conversations.replies')
  ada.remove({ ts: fourth })
  say('fifth')
  await expect.poll(bodies).toEqual(['first', 'second', expect.stringContaining('third'), 'fifth'])
})

test('what a stop keeps from being read is read after the next start', async () => {
  const { say, bodies, away, slack, restart } = await talked()
  let askedAt = 0
  await away(() => {
    say('third')
    slack.failNext({ method: 'conversations.replies', times: 1, status: 429, retryAfter: 60 })
    askedAt = slack.calls.length
  })
  const asked = () => slack.calls.slice(askedAt).map(({ method }) => method)
  await expect.poll(asked).toContain('conversations.replies')
  await restart(async () => {})
  await expect.poll(bodies).toEqual(['first', 'second', 'third'])
})
