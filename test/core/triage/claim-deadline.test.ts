import { describe, expect, test } from 'vitest'
import type { Priority } from '../../../core/tickets/ticket-values.ts'
import {
  type ClaimTerms,
  changedDeadline,
  claimDeadline,
  timeLeft,
} from '../../../core/triage/claim-deadline.ts'
import { later } from '../../support/ticket-fixture.ts'

const minute = 60_000
/** Somebody is always on duty, and the duty clock shows 1,000 minutes when the ticket is assigned. */
const termsAt = (at: number, minutes = 60): ClaimTerms => ({
  minutes,
  dutyMs: (1_000 + at) * minute,
  after: (ms) => later(at * 60 + ms / 1_000),
})

/** Assigned at 0 with the first priority, which then changes as listed. @returns when it must be claimed, in minutes */
function dueAfter(first: Priority, changes: [at: number, priority: Priority][], minutes = 60) {
  let deadline = claimDeadline(termsAt(0, minutes), first)
  for (const [at, priority] of changes)
    deadline = changedDeadline(deadline, termsAt(at, minutes), priority) ?? deadline
  const shown = ((deadline.claimBy?.getTime() ?? 0) - later(0).getTime()) / minute
  expect(timeLeft(deadline, termsAt(shown, minutes), changes.at(-1)?.[1] ?? first)).toBe(0)
  return shown
}

describe('the time to claim a ticket whose priority changes', () => {
  test.each<[string, Priority, [number, Priority][], number]>([
    ['raised at once', 'medium', [[0, 'urgent']], 15],
    ['raised, with more than five minutes left by the new one', 'medium', [[5, 'high']], 30],
    ['raised, with less than five minutes left by the new one', 'medium', [[12, 'urgent']], 17],
    ['raised after the time that the new one allows', 'low', [[100, 'urgent']], 105],
    ['raised shortly before the end', 'medium', [[58, 'urgent']], 60],
    [
      'raised step by step',
      'low',
      [
        [20, 'medium'],
        [25, 'high'],
        [28, 'urgent'],
      ],
      30,
    ],
    ['lowered', 'urgent', [[10, 'low']], 120],
    [
      'raised by mistake, and put back',
      'medium',
      [
        [50, 'urgent'],
        [51, 'medium'],
      ],
      60,
    ],
    [
      'raised and lowered again and again',
      'medium',
      [
        [58, 'urgent'],
        [58, 'low'],
        [58, 'urgent'],
        [59, 'medium'],
      ],
      63,
    ],
    ['raised after nobody could take it in time', 'medium', [[70, 'urgent']], 75],
    ['lowered after nobody could take it in time', 'urgent', [[20, 'low']], 120],
    ['changed to what it is', 'medium', [[30, 'medium']], 60],
  ])('%s', (_name, first, changes, expected) => expect(dueAfter(first, changes)).toBe(expected))

  test('a desk with a short deadline leaves no more notice than it allows', () =>
    expect(dueAfter('medium', [[3, 'urgent']], 4)).toBe(4))

  test.each([
    ['a ticket without a deadline', {}],
    ['one that a person has assigned', { dutyMs: 5 }],
  ])('%s has none', (_name, deadline) => expect(changedDeadline(deadline, termsAt(0), 'urgent')).toBeNull())

  test('one from before the end was noted is set anew', () => {
    const { claimBy, dutyMs } = claimDeadline(termsAt(0), 'medium')
    const old = { ...(claimBy ? { claimBy } : {}), ...(dutyMs ? { dutyMs } : {}) }
    expect(timeLeft(old, termsAt(20), 'medium')).toBe(40 * minute)
    expect(changedDeadline(old, termsAt(20), 'urgent')?.claimBy).toEqual(later(25 * 60))
  })
})
