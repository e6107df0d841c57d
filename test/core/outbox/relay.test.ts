import { describe, expect, test, vi } from 'vitest'
import { createLog } from '../../../core/log.ts'
import { enqueue } from '../../../core/outbox/enqueue.ts'
import type { OutboxQueue, TicketEffect, TicketEntry } from '../../../core/outbox/entry.ts'
import { createRelay, eventsFor, type OutboxEvent } from '../../../core/outbox/relay.ts'
import { monday } from '../../support/ticket-fixture.ts'

const log = createLog('silent')
const served = new Set<OutboxQueue>(['triage', 'slack', 'mail'])
const written = (id: string, version: number, ...owing: OutboxQueue[]) => ({
  _id: id,
  version,
  outbox: enqueue<TicketEntry>(
    owing.map((queue) => ({ queue, kind: 'card' }) as TicketEffect),
    { document: id, version, now: monday },
    served,
  ).entries,
})
const ids = (events: OutboxEvent[]) => events.map(({ id }) => id)
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Takes batches one by one, each when the test lets it through. */
function gate() {
  const batches: { events: OutboxEvent[]; let: () => void; fail: () => void }[] = []
  const send = (events: OutboxEvent[]) =>
    new Promise<void>((resolve, reject) => {
      batches.push({ events, let: resolve, fail: () => reject(new Error('ECONNREFUSED')) })
    })
  return { batches, send }
}

describe('events', () => {
  test('are one, for all the queues in which this version has added something', () => {
    expect(eventsFor('tickets', written('a1', 2, 'slack', 'mail', 'slack'))).toEqual([
      { id: 'tickets:a1:2', queues: ['slack', 'mail'], collection: 'tickets', document: 'a1' },
    ])
  })

  test('are none for what an earlier version added', () => {
    const older = written('a1', 1, 'triage')
    const newer = written('a1', 12, 'slack')
    const both = { ...newer, outbox: [...older.outbox, ...newer.outbox] }
    expect(eventsFor('tickets', both)).toMatchObject([{ id: 'tickets:a1:12', queues: ['slack'] }])
    expect(eventsFor('users', written('u1', 1))).toEqual([])
  })
})

describe('the relay', () => {
  test('gathers what comes in one moment into one batch', async () => {
    const sent: string[][] = []
    const { relay, drain } = createRelay(async (events) => void sent.push(ids(events)), log)
    for (const id of ['a', 'b', 'c']) relay('tickets', written(id, 1, 'triage'))
    expect(sent).toEqual([])
    await drain()
    expect(sent).toEqual([['tickets:a:1', 'tickets:b:1', 'tickets:c:1']])
  })

  test('sends by itself within moments', async () => {
    const sent: string[] = []
    const { relay } = createRelay(async (events) => void sent.push(...ids(events)), log)
    relay('users', written('u', 1, 'mail'))
    await expect.poll(() => sent, { timeout: 2_000, interval: 5 }).toEqual(['users:u:1'])
  })

  test('gathers for longer while much is written, and is quick again when it is over', async () => {
    vi.useFakeTimers()
    const sent: string[] = []
    const { relay } = createRelay(async (events) => void sent.push(ids(events).join(' ')), log)
    const file = (...tickets: string[]) =>
      tickets.forEach((id) => void relay('tickets', written(id, 1, 'triage')))
    file('a', 'b', 'c')
    await vi.advanceTimersByTimeAsync(10)
    file('d')
    await vi.advanceTimersByTimeAsync(90)
    expect(sent).toEqual(['tickets:a:1 tickets:b:1 tickets:c:1'])
    file('e')
    await vi.advanceTimersByTimeAsync(10)
    expect(sent[1]).toBe('tickets:d:1 tickets:e:1')
    file('f')
    await vi.advanceTimersByTimeAsync(10)
    expect(sent[2]).toBe('tickets:f:1')
    vi.useRealTimers()
  })

  test('sends no batch of more than 100, and each event once, in order', async () => {
    const sent: string[][] = []
    const { relay, drain } = createRelay(async (events) => void sent.push(ids(events)), log)
    for (let index = 0; index < 250; index++) relay('tickets', written(`t${index}`, 1, 'triage'))
    await drain()
    expect(sent.map((batch) => batch.length)).toEqual([100, 100, 50])
    expect(sent.flat()).toEqual(Array.from({ length: 250 }, (_, index) => `tickets:t${index}:1`))
  })

  test('never throws when Inngest is away, repeats nothing, and continues with the next', async () => {
    const tried: string[][] = []
    const { relay, drain } = createRelay(async (events) => {
      tried.push(ids(events))
      if (tried.length < 3) throw new Error('ECONNREFUSED')
    }, log)
    for (const id of ['a', 'b', 'c']) {
      expect(relay('tickets', written(id, 1, 'triage'))).toBeUndefined()
      await drain()
    }
    expect(tried).toEqual([['tickets:a:1'], ['tickets:b:1'], ['tickets:c:1']])
  })

  test('does not make its caller wait for an answer', () => {
    const { send } = gate()
    const { relay } = createRelay(send, log)
    for (let index = 0; index < 1_000; index++) relay('tickets', written(`t${index}`, 1, 'triage'))
  })
})

describe('draining', () => {
  test('with nothing gathered is done at once', async () => {
    const { batches, send } = gate()
    await createRelay(send, log).drain()
    expect(batches).toEqual([])
  })

  test('waits for every batch that is under way, also when a later one is through first', async () => {
    const { batches, send } = gate()
    const { relay, drain } = createRelay(send, log)
    relay('tickets', written('slow', 1, 'triage'))
    await expect.poll(() => batches.length, { timeout: 2_000, interval: 2 }).toBe(1)
    relay('tickets', written('quick', 1, 'triage'))
    await expect.poll(() => batches.length, { timeout: 2_000, interval: 2 }).toBe(2)
    let drained = false
    const draining = drain().then(() => {
      drained = true
    })
    batches[1]?.let()
    await pause(20)
    expect(drained).toBe(false)
    batches[0]?.fail()
    await draining
  })
})
