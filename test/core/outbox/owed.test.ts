import { describe, expect, test } from 'vitest'
import { firstWakeMs, type Lane, lanes, recordOwed, wakeDelayMs } from '../../../core/outbox/owed.ts'
import { triageDeadlineMs } from '../../../core/triage/analyse.ts'
import { monday } from '../../support/ticket-fixture.ts'

const context = (...enabled: Lane[]) => ({ owner: 'a1', version: 3, now: monday, enabled: new Set(enabled) })

describe('what is recorded', () => {
  test('gets an id of owner, version and place, and the time', () => {
    const owe = [
      { lane: 'slack' as const, kind: 'card' as const },
      { lane: 'mail' as const, kind: 'notify' as const, to: 'u1', about: 'assigned' as const },
    ]
    expect(recordOwed(owe, context(...lanes))).toEqual([
      { lane: 'slack', kind: 'card', id: 'a1:3:0', at: monday },
      { lane: 'mail', kind: 'notify', to: 'u1', about: 'assigned', id: 'a1:3:1', at: monday },
    ])
  })

  test.each<[string, Lane[], Lane[]]>([
    ['everything when all lanes are served', [...lanes], [...lanes]],
    ['nothing for a lane that nobody serves', ['triage', 'mail'], ['triage', 'mail']],
    ['nothing at all on a desk without lanes', [], []],
  ])('%s', (_name, enabled, recorded) => {
    const owed = recordOwed(
      lanes.map((lane) => ({ lane, kind: 'notify' as const })),
      context(...enabled),
    )
    expect(owed.map(({ lane }) => lane)).toEqual(recorded)
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
  ])('after %i sendings: %i ms', (wakes, delay) => expect(wakeDelayMs(wakes)).toBe(delay))

  test('first longer than triage may take, so that it does not send what is still at work', () => {
    expect(firstWakeMs).toBeGreaterThan(triageDeadlineMs)
  })
})
