import { percentile } from '../../core/triage/local/classifier/figures.ts'

export type Timed = { trainSeconds: number; p50Ms: number; p95Ms: number; memoryMb: number }

/** Seconds of processor time of the whole process: other programs on the machine don't count. */
export function cpuSeconds<T>(work: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}

const tries = 3

/**
 * Calls `work` three times for each, and takes the shortest time: the others tell how busy the machine was.
 * @returns results and milliseconds of each
 */
export function eachTimed<T, R>(items: readonly T[], work: (item: T) => R) {
  const milliseconds: number[] = []
  const results = items.map((item) => {
    let shortest = Number.POSITIVE_INFINITY
    let result = work(item)
    for (let again = 0; again < tries; again++) {
      const before = performance.now()
      result = work(item)
      shortest = Math.min(shortest, performance.now() - before)
    }
    milliseconds.push(shortest)
    return result
  })
  return { results, milliseconds }
}

export const timed = (trainSeconds: number, milliseconds: readonly number[]): Timed => ({
  trainSeconds,
  p50Ms: percentile(milliseconds, 0.5),
  p95Ms: percentile(milliseconds, 0.95),
  memoryMb: process.memoryUsage.rss() / 1e6,
})
