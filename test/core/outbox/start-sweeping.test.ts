import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '../../../core/log.ts'
import type { Debtor, OutboxStores } from '../../../core/outbox/outbox-store.ts'
import { startSweeping } from '../../../core/outbox/sweep.ts'
import { later, monday } from '../../support/ticket-fixture.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: monday })
})
afterEach(() => {
  vi.useRealTimers()
})

/** One ticket that owes, and until when each sweep looked, in seconds from now. */
function outboxes() {
  const looked: number[] = []
  const debtor: Debtor = { _id: 'a1', wakes: 0, version: 1, lanes: ['triage'] }
  const tickets = {
    due: async (before: Date) => {
      looked.push(Math.round((before.getTime() - Date.now()) / 1_000))
      return [debtor]
    },
    sentAgain: async () => undefined,
  }
  const users = { due: async () => [], sentAgain: async () => undefined }
  return { looked, stores: { tickets, users } as unknown as OutboxStores }
}
const log = createLog('silent')
const clock = () => new Date()

describe('sweeping', () => {
  test('every two seconds: first everything, then what is due', async () => {
    const { stores, looked } = outboxes()
    const sent: string[] = []
    const stop = startSweeping(
      stores,
      async (events) => void sent.push(...events.map(({ id }) => id)),
      clock,
      log,
    )
    await vi.advanceTimersByTimeAsync(1_999)
    expect(looked).toEqual([])
    await vi.advanceTimersByTimeAsync(4_001)
    expect(looked).toEqual([86_400, 0, 0])
    expect(sent).toEqual(Array(3).fill('tickets:a1:triage:1.1'))
    stop()
  })

  test('goes on after a failure, and still takes everything the first time it gets through', async () => {
    const { stores, looked } = outboxes()
    let tries = 0
    const send = async () => {
      if (++tries < 3) throw new Error('ECONNREFUSED')
    }
    const stop = startSweeping(stores, send, clock, log)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(looked).toEqual([86_400, 86_400, 86_400, 0])
    stop()
  })

  test('ends when told, also in the middle of a round', async () => {
    const { stores, looked } = outboxes()
    const gate = Promise.withResolvers<void>()
    const stop = startSweeping(stores, () => gate.promise, clock, log)
    await vi.advanceTimersByTimeAsync(2_000)
    stop()
    gate.resolve()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(looked).toHaveLength(1)
    expect(clock()).toEqual(later(12))
  })
})
