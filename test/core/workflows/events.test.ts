import { describe, expect, test } from 'vitest'
import type { OutboxCollection, OutboxQueue } from '../../../core/outbox/entry.ts'
import type { OutboxEvent } from '../../../core/outbox/relay.ts'
import { collectionOf, eventName, shareEvents } from '../../../core/workflows/events.ts'

const event = (
  document: string,
  queues: OutboxQueue[] = ['triage'],
  collection: OutboxCollection = 'tickets',
): OutboxEvent => ({
  id: `${collection}:${document}:1`,
  queues,
  collection,
  document,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => event(`t${index}`))

describe('documents with pending entries', () => {
  test('one alone has an event of its own, under its own id', () => {
    expect(shareEvents([event('a')])).toEqual([
      { id: 'tickets:a:1', queues: ['triage'], collection: 'tickets', documents: ['a'] },
    ])
    expect(shareEvents([])).toEqual([])
  })

  test('those in the same queues share one, others don’t', () => {
    const events = [
      event('a'),
      event('b', ['slack', 'mail']),
      event('c'),
      event('u', ['triage'], 'users'),
      event('d', ['slack', 'mail']),
    ]
    expect(shareEvents(events)).toMatchObject([
      { queues: ['triage'], collection: 'tickets', documents: ['a', 'c'] },
      { queues: ['slack', 'mail'], collection: 'tickets', documents: ['b', 'd'] },
      { queues: ['triage'], collection: 'users', documents: ['u'] },
    ])
  })

  test('at most 100 share one, and nobody is left out', () => {
    const shared = shareEvents(many(205))
    expect(shared.map(({ documents }) => documents.length)).toEqual([100, 100, 5])
    expect(shared.flatMap(({ documents }) => documents)).toEqual(many(205).map(({ document }) => document))
  })

  test('a document that changed twice is looked at once', () => {
    const later = { ...event('a'), id: 'tickets:a:2' }
    expect(shareEvents([event('a'), later])).toMatchObject([{ documents: ['a'] }])
  })
})

describe('the id', () => {
  const idOf = (events: OutboxEvent[]) => shareEvents(events)[0]?.id

  test('is the same for the same events', () => {
    expect(idOf(many(3))).toBe(idOf(many(3)))
  })

  test('is another one when others share it, or another version of one', () => {
    const others = [many(2), many(4), [event('x'), ...many(2)]]
    const newer = [{ ...event('t0'), id: 'tickets:t0:2' }, ...many(3).slice(1)]
    expect(new Set([many(3), newer, ...others].map(idOf)).size).toBe(5)
  })
})

test('an event’s name says what changed, and belongs to one app', () => {
  expect(eventName('desk', 'tickets')).toBe('desk/ticket.changed')
  expect(collectionOf('desk', 'desk/notification.due')).toBe('scheduledNotifications')
  expect(() => collectionOf('desk', 'other/ticket.changed')).toThrow('Unknown event')
})
