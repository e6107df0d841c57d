import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '../../../core/log.ts'
import type { DueDocument } from '../../../core/outbox/due-store.ts'
import type { Outboxes } from '../../../core/outbox/outbox.ts'
import { startSweeping } from '../../../core/outbox/sweep.ts'
import { later, monday } from '../../support/ticket-fixture.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: monday })
})
afterEach(() => {
  vi.useRealTimers()
})

/** One ticket with a pending entry, which would be due in 20 s. */
function outboxes() {
  let nextAttemptAt = later(20)
  const document = (): DueDocument => ({ _id: 'a1', attempts: 0, nextAttemptAt, queues: ['triage'] })
  const tickets = {
    due: async (now: Date) => (nextAttemptAt <= now ? [document()] : []),
    markSent: async (_documents: DueDocument[], now: Date) => {
      nextAttemptAt = new Date(now.getTime() + 20_000)
    },
    makeAllDue: async (now: Date) => {
      nextAttemptAt = now
    },
  }
  const nothing = { due: async () => [], markSent: async () => undefined, makeAllDue: async () => undefined }
  return { tickets, users: nothing, catalog: nothing, scheduledNotifications: nothing } as unknown as Outboxes
}
const log = createLog('silent')
const clock = () => new Date()
const seconds = () => Math.round((Date.now() - monday.getTime()) / 1_000)

describe('sweeping', () => {
  test('every two seconds: first everything, due or not, then what is due', async () => {
    const sentAt: number[] = []
    const stop = startSweeping(outboxes(), async () => void sentAt.push(seconds()), clock, log)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(sentAt).toEqual([])
    await vi.advanceTimersByTimeAsync(24_001)
    expect(sentAt).toEqual([2, 22])
    stop()
  })

  test('continues after a failure, and still takes everything the first time it gets through', async () => {
    const triedAt: number[] = []
    const send = async () => {
      triedAt.push(seconds())
      if (triedAt.length < 3) throw new Error('ECONNREFUSED')
    }
    const stop = startSweeping(outboxes(), send, clock, log)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(triedAt).toEqual([2, 4, 6])
    stop()
  })

  test('ends when stopped, also in the middle of a round', async () => {
    const gate = Promise.withResolvers<void>()
    let sendings = 0
    const send = () => {
      sendings++
      return gate.promise
    }
    const stop = startSweeping(outboxes(), send, clock, log)
    await vi.advanceTimersByTimeAsync(2_000)
    stop()
    gate.resolve()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sendings).toBe(1)
  })
})
