import { describe, expect, test } from 'vitest'
import type { OutboxQueue } from '../../../core/outbox/entry.ts'
import { expectedPickups, queuesNotPickedUp } from '../../../core/outbox/pickup.ts'
import { later, monday } from '../../support/ticket-fixture.ts'

const entry = (queue: OutboxQueue, at: Date) => ({ queue, at })

describe('what Inngest was asked for', () => {
  test('the relay names the queues of the last change only', () => {
    const document = {
      outbox: [entry('mail', monday), entry('triage', later(60)), entry('slack', later(60))],
      nextAttemptAt: later(80),
      attempts: 0,
    }
    expect(expectedPickups(document, later(76))).toEqual([
      { queue: 'triage', at: later(60) },
      { queue: 'slack', at: later(60) },
    ])
  })

  test('the sweep names all, each once', () => {
    const document = {
      outbox: [entry('mail', monday), entry('mail', later(5)), entry('triage', monday)],
      // the second event: 40 s before the next one
      nextAttemptAt: later(100),
      attempts: 1,
    }
    expect(expectedPickups(document, later(90))).toEqual([
      { queue: 'mail', at: later(60) },
      { queue: 'triage', at: later(60) },
    ])
  })

  test('an entry that is due counts from when it became due', () => {
    const document = { outbox: [entry('mail', monday)], nextAttemptAt: later(20), attempts: 3 }
    expect(expectedPickups(document, later(60))).toEqual([{ queue: 'mail', at: later(20) }])
  })
})

describe('what was not picked up', () => {
  const asked = [{ queue: 'triage' as const, at: later(100) }]
  test.each<[string, Parameters<typeof queuesNotPickedUp>[1], Date, OutboxQueue[]]>([
    ['nobody ever did', {}, later(116), ['triage']],
    ['the last run was long before', { triage: later(80) }, later(116), ['triage']],
    ['only another queue was picked up', { mail: later(110) }, later(116), ['triage']],
    ['it was picked up', { triage: later(101) }, later(116), []],
    ['a run just before may have been stored for it', { triage: later(96) }, later(116), []],
    ['it has time yet', {}, later(114), []],
  ])('%s', (_name, pickups, now, late) => {
    expect(queuesNotPickedUp(asked, pickups, now)).toEqual(late)
  })
})
