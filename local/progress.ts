import { setInterval } from 'node:timers'

/** Told in order: a step begins, says something, and ends well or not. */
export type Report = (line: string) => void

const stillGoingMs = 15_000

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/**
 * Runs `work` as a named step: a line when it begins, one every 15 s while it goes on, one when it ends,
 * each with the time since the beginning. A failure is told and thrown on.
 */
export async function step<T>(report: Report, name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  report(`${name} ...`)
  const timer = setInterval(() => {
    report(`${name}: still going, ${Math.round((Date.now() - started) / 1000)} s so far`)
  }, stillGoingMs)
  timer.unref()
  try {
    const result = await work()
    report(`${name}: done in ${seconds(Date.now() - started)}`)
    return result
  } catch (error) {
    report(`${name}: failed after ${seconds(Date.now() - started)}`)
    throw error
  } finally {
    clearInterval(timer)
  }
}
