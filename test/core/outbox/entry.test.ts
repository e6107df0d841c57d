import { describe, expect, test } from 'vitest'
import {
  firstRetryMs,
  type OutboxQueue,
  queues,
  recordOwed,
  retryDelayMs,
} from '../../../core/outbox/entry.ts'
import { triageDeadlineMs } from '../../../core/triage/analyse.ts'
import { monday } from '../../support/ticket-fixture.ts'

const context = (...enabled: OutboxQueue[]) => ({
  owner: 'a1',
  version: 3,
  now: monday,
  enabled: new Set(enabled),
})

describe('what is recorded', () => {
  test('gets an id of owner, version and place, and the time', () => {
    const effects = [
      { queue: 'slack' as const, kind: 'card' as const },
      { queue: 'mail' as const, kind: 'notify' as const, to: 'u1', about: 'assigned' as const },
    ]
    expect(recordOwed(effects, context(...queues))).toEqual([
      { queue: 'slack', kind: 'card', id: 'a1:3:0', at: monday },
      { queue: 'mail', kind: 'notify', to: 'u1', about: 'assigned', id: 'a1:3:1', at: monday },
    ])
  })

  test.each<[string, OutboxQueue[], OutboxQueue[]]>([
    ['everything when all queues are served', [...queues], [...queues]],
    ['nothing for a queue that nobody serves', ['triage', 'mail'], ['triage', 'mail']],
    ['nothing at all on a desk without queues', [], []],
  ])('%s', (_name, enabled, recorded) => {
    const owed = recordOwed(
      queues.map((queue) => ({ queue, kind: 'notify' as const })),
      context(...enabled),
    )
    expect(owed.map(({ queue }) => queue)).toEqual(recorded)
    expect(new Set(owed.map(({ id }) => id)).size).toBe(recorded.length)
  })
})

describe('how long the sweep waits', () => {
  test.each([
    [0, 20_000],
    [1, 40_000],
    [2, 80_000],
    [4, 320_000],
    [5, 600_000],
    [50, 600_000],
    [5_000, 600_000],
  ])('after %i sendings: %i ms', (attempts, delay) => expect(retryDelayMs(attempts)).toBe(delay))

  test('first longer than triage may take, so that it does not send what is still at work', () => {
    expect(firstRetryMs).toBeGreaterThan(triageDeadlineMs)
  })
})
