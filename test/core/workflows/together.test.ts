import { describe, expect, test } from 'vitest'
import type { OutboxQueue, Owner } from '../../../core/outbox/entry.ts'
import type { OutboxEvent } from '../../../core/outbox/relay.ts'
import { together } from '../../../core/workflows/together.ts'

const event = (
  document: string,
  queues: OutboxQueue[] = ['triage'],
  owner: Owner = 'tickets',
): OutboxEvent => ({
  id: `${owner}:${document}:1`,
  queues,
  owner,
  document,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => event(`t${index}`))

describe('documents that owe something', () => {
  test('one alone has an event of its own, under its own id', () => {
    expect(together([event('a')])).toEqual([
      { id: 'tickets:a:1', queues: ['triage'], owner: 'tickets', documents: ['a'] },
    ])
    expect(together([])).toEqual([])
  })

  test('those in the same queues share one, others don’t', () => {
    const events = [
      event('a'),
      event('b', ['slack', 'mail']),
      event('c'),
      event('u', ['triage'], 'users'),
      event('d', ['slack', 'mail']),
    ]
    expect(together(events)).toMatchObject([
      { queues: ['triage'], owner: 'tickets', documents: ['a', 'c'] },
      { queues: ['slack', 'mail'], owner: 'tickets', documents: ['b', 'd'] },
      { queues: ['triage'], owner: 'users', documents: ['u'] },
    ])
  })

  test('at most 20 share one, and nobody is left out', () => {
    const shared = together(many(45))
    expect(shared.map(({ documents }) => documents.length)).toEqual([20, 20, 5])
    expect(shared.flatMap(({ documents }) => documents)).toEqual(many(45).map(({ document }) => document))
  })

  test('a document that changed twice is looked at once', () => {
    const later = { ...event('a'), id: 'tickets:a:2' }
    expect(together([event('a'), later])).toMatchObject([{ documents: ['a'] }])
  })
})

describe('the id', () => {
  const idOf = (events: OutboxEvent[]) => together(events)[0]?.id

  test('is the same for the same events', () => {
    expect(idOf(many(3))).toBe(idOf(many(3)))
  })

  test('is another one when others share it, or another version of one', () => {
    const others = [many(2), many(4), [event('x'), ...many(2)]]
    const newer = [{ ...event('t0'), id: 'tickets:t0:2' }, ...many(3).slice(1)]
    expect(new Set([many(3), newer, ...others].map(idOf)).size).toBe(5)
  })
})
