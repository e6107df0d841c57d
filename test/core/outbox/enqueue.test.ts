import { describe, expect, test } from 'vitest'
import { enqueue } from '../../../core/outbox/enqueue.ts'
import { type OutboxQueue, queues, type TicketEffect, type TicketEntry } from '../../../core/outbox/entry.ts'
import { later, monday } from '../../support/ticket-fixture.ts'

const change = { document: 'a1', version: 3, now: monday }

describe('enqueued entries', () => {
  test('get an id of document, version and place, and the time', () => {
    const effects: TicketEffect[] = [
      { queue: 'slack', kind: 'card' },
      { queue: 'mail', kind: 'notify', to: 'u1', topic: 'assigned' },
    ]
    expect(enqueue<TicketEntry>(effects, change, new Set(queues))).toEqual({
      entries: [
        { queue: 'slack', kind: 'card', id: 'a1:3:0', at: monday },
        { queue: 'mail', kind: 'notify', to: 'u1', topic: 'assigned', id: 'a1:3:1', at: monday },
      ],
      fields: { nextAttemptAt: later(20), attempts: 0 },
    })
  })

  test.each<[string, OutboxQueue[], OutboxQueue[]]>([
    ['everything when all queues are served', [...queues], [...queues]],
    ['nothing for a queue that nobody serves', ['triage', 'mail'], ['triage', 'mail']],
    ['nothing at all on a desk without queues', [], []],
  ])('are %s', (_name, served, kept) => {
    const effects = queues.map((queue) => ({ queue, kind: 'card' }) as TicketEffect)
    const { entries, fields } = enqueue<TicketEntry>(effects, change, new Set(served))
    expect(entries.map(({ queue }) => queue)).toEqual(kept)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(kept.length)
    expect('nextAttemptAt' in fields).toBe(kept.length > 0)
  })
})
