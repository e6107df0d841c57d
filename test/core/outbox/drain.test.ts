import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type EntryIn,
  type OutboxQueue,
  queues,
  type TicketEffect,
  type TicketEntry,
} from '../../../core/outbox/entry.ts'
import { HeldByAnother, RetryThisLater } from '../../../core/provider-errors.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/store/ticket-store.ts'
import { idLike, later, monday, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
let now = monday
beforeAll(async () => {
  tickets = createTicketStore(database(), new Set<OutboxQueue>(queues), () => now)
})
beforeEach(async () => {
  now = monday
  await database().tickets.deleteMany({})
})

const id = idLike('1')
const card: TicketEffect = { queue: 'slack', kind: 'card' }
const said = (comment: string): TicketEffect => ({ queue: 'slack', kind: 'comment', comment })
const file = (...effects: TicketEffect[]) => tickets.insert(newTicketOf({ effects }))

/** Owes more, as a change by somebody else does. */
async function alsoEffects(...effects: TicketEffect[]) {
  const ticket = await tickets.find(id)
  if (!ticket) throw new Error('no ticket')
  await tickets.apply(ticket, { set: {}, history: [], effects }, later(5))
}
const nameOf = (entry: TicketEntry) => ('comment' in entry && entry.comment) || entry.kind
const left = async () => ((await tickets.find(id))?.outbox ?? []).map(nameOf)
type SlackEntry = EntryIn<'slack', TicketEntry>
type Perform = (entry: SlackEntry) => Promise<Record<string, unknown> | undefined>

/** Performs each entry by writing it down, after what the test wants to happen then. */
function performer(meanwhile: (entry: SlackEntry) => unknown = () => undefined) {
  const done: string[] = []
  const perform = async (entry: SlackEntry) => {
    await meanwhile(entry)
    done.push(nameOf(entry))
    return undefined
  }
  return { done, perform }
}
const clear = async (perform: Perform) => {
  const drained = await tickets.outbox.drain(id, 'slack', async (_ticket, entry) => ({
    result: entry.kind,
    set: await perform(entry),
  }))
  return drained.handled
}

describe('a queue', () => {
  test('is done in the order in which it was added', async () => {
    await file(card, said('one'), said('two'))
    await alsoEffects(said('three'))
    const { done, perform } = performer()
    expect(await clear(perform)).toBe(4)
    expect(done).toEqual(['card', 'one', 'two', 'three'])
    expect(await left()).toEqual([])
  })

  test('leaves other queues alone', async () => {
    await file({ queue: 'triage', kind: 'triage' }, said('one'), { queue: 'discord', kind: 'card' })
    const { done, perform } = performer()
    await clear(perform)
    expect(done).toEqual(['one'])
    expect(await left()).toEqual(['triage', 'card'])
  })

  test('includes what is added while it runs', async () => {
    await file(said('one'))
    const { done, perform } = performer(async (entry) => {
      if (nameOf(entry) === 'one') await alsoEffects(said('two'))
    })
    expect(await clear(perform)).toBe(2)
    expect(done).toEqual(['one', 'two'])
  })

  test('with nothing pending, or of nobody, does nothing', async () => {
    const { done, perform } = performer()
    expect(await clear(perform)).toBe(0)
    expect(done).toEqual([])
  })
})

describe('what fails', () => {
  test('stays pending, and so does everything after it', async () => {
    await file(said('one'), said('two'), said('three'))
    let broken = true
    const { done, perform } = performer((entry) => {
      if (broken && nameOf(entry) === 'two') throw new Error('Slack: ratelimited')
    })
    await expect(clear(perform)).rejects.toThrow('Slack: ratelimited')
    expect(done).toEqual(['one'])
    expect(await left()).toEqual(['two', 'three'])
    broken = false
    expect(await clear(perform)).toBe(2)
    expect(done).toEqual(['one', 'two', 'three'])
  })
})

describe('cards', () => {
  test('that were pending when the first was drawn are covered by it', async () => {
    await file(card, said('one'), card)
    await alsoEffects(card)
    const { done, perform } = performer()
    expect(await clear(perform)).toBe(4)
    expect(done).toEqual(['card', 'one'])
  })

  test('that were added while it was drawn are drawn again', async () => {
    await file(card)
    let first = true
    const { done, perform } = performer(async () => {
      if (first) await alsoEffects(card)
      first = false
    })
    await clear(perform)
    expect(done).toEqual(['card', 'card'])
  })
})

describe('what an entry leaves to do', () => {
  test('comes after everything else in its queue, and holds none of it up', async () => {
    const late: TicketEffect = { queue: 'discord', kind: 'thread-name' }
    const note: TicketEffect = { queue: 'discord', kind: 'comment', comment: 'one' }
    await file({ queue: 'discord', kind: 'card' })
    const done: string[] = []
    let isAllowed = false
    const run = () =>
      tickets.outbox.drain(id, 'discord', async (_ticket, entry) => {
        if (entry.kind === 'thread-name' && !isAllowed) throw new RetryThisLater('not yet', 1_000)
        done.push(nameOf(entry))
        return { result: entry.kind, ...(entry.kind === 'card' ? { next: [late] } : {}) }
      })
    await expect(run()).rejects.toThrow('not yet')
    expect(await left()).toEqual(['thread-name'])
    await alsoEffects(note, { queue: 'discord', kind: 'card' })
    await expect(run()).rejects.toThrow('not yet')
    expect(done).toEqual(['card', 'one', 'card'])
    isAllowed = true
    expect((await run()).handled).toBe(2)
    expect(await left()).toEqual([])
    expect((await tickets.find(id))?.nextAttemptAt).toBeUndefined()
  })
})

describe('one at a time', () => {
  const takenByAnother = (queue: OutboxQueue, until: Date) =>
    database().tickets.collection.updateOne(
      { _id: id as never },
      { $set: { [`leases.${queue}`]: { by: 'x', until } } },
    )

  test('two runs at once do each entry once, in order', async () => {
    await file(said('one'), said('two'), said('three'))
    const { done, perform } = performer()
    const runs = await Promise.allSettled([clear(perform), clear(perform), clear(perform)])
    expect(done).toEqual(['one', 'two', 'three'])
    expect(runs.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    for (const run of runs) if (run.status === 'rejected') expect(run.reason).toBeInstanceOf(HeldByAnother)
  })

  test('a second run is asked to come back, and does nothing', async () => {
    await file(said('one'))
    await takenByAnother('slack', later(10))
    const { done, perform } = performer()
    await expect(clear(perform)).rejects.toMatchObject({
      message: 'Another run is draining this queue',
    })
    expect(done).toEqual([])
    expect(await left()).toEqual(['one'])
  })

  test('a queue that its holder left unfinished is free after a while', async () => {
    await file(said('one'))
    await takenByAnother('slack', later(10))
    now = later(10.001)
    const { done, perform } = performer()
    expect(await clear(perform)).toBe(1)
    expect(done).toEqual(['one'])
  })

  test('somebody at work in another queue is no hindrance', async () => {
    await file(said('one'))
    await takenByAnother('discord', later(10))
    expect(await clear(performer().perform)).toBe(1)
  })

  test('is over when the work is done, and when it failed', async () => {
    await file(said('one'))
    await expect(clear(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect((await tickets.find(id))?.leases).toEqual({})
    expect(await clear(performer().perform)).toBe(1)
  })
})

test('the fields that a handler returns are written as its entry is removed', async () => {
  await file(card, said('one'))
  await clear(async ({ kind }) =>
    kind === 'card' ? { 'surfaces.slack': { channel: 'D1', ts: '1.2' } } : undefined,
  )
  expect(await tickets.find(id)).toMatchObject({
    surfaces: { slack: { channel: 'D1', ts: '1.2' } },
    outbox: [],
  })
})
