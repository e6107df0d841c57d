import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHistoryReader } from '../../../../bot/slack/history/history-reader.ts'
import { createLog } from '../../../../core/log.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A reader whose reading, and whose first saving, end when they are told to. */
function world() {
  const saved: string[] = []
  const reading = Promise.withResolvers<void>()
  const saving = Promise.withResolvers<void>()
  let now = 1_000_000
  const reader = createHistoryReader({
    checkpoint: {
      load: async () => '0',
      save: async (at) => {
        await saving.promise
        saved.push(at)
      },
    },
    readSince: () => reading.promise,
    now: () => now,
    log: createLog('silent'),
  })
  const passTo = (at: number) => {
    now = at
  }
  return { reader, saved, reading, saving, passTo }
}

test('what was read is saved, and from then on again and again until the stop', async () => {
  const { reader, saved, reading, saving } = world()
  reading.resolve()
  saving.resolve()
  await reader.heard()
  await vi.advanceTimersByTimeAsync(15_000)
  await reader.stop()
  expect(saved).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toHaveLength(3)
})

test('reading that ends after the stop saves nothing: another process may have begun since then', async () => {
  const { reader, saved, reading, saving } = world()
  const hearing = reader.heard()
  await reader.stop()
  saving.resolve()
  reading.resolve()
  await hearing
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toEqual([])
})

test('the stop waits for a save that is under way, and nothing is saved later', async () => {
  const { reader, saved, reading, saving, passTo } = world()
  reading.resolve()
  const hearing = reader.heard()
  await vi.advanceTimersByTimeAsync(0)
  const stopped = reader.stop()
  passTo(2_000_000)
  saving.resolve()
  await stopped
  expect(saved).toEqual(['1000000'])
  await hearing
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toEqual(['1000000'])
})
