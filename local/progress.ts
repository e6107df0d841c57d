import { setInterval } from 'node:timers'

/** Prints a line about the progress of a start. */
export type Report = (line: string) => void

const stillGoingMs = 15_000

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/**
 * Runs `work` as a named step. Reports a line at the start, every 15 s, and at the end, with the time since the start.
 * A failure is reported and rethrown.
 */
export async function step<T>(report: Report, name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  report(`${name} ...`)
  const timer = setInterval(() => {
    report(`${name}: still running, ${Math.round((Date.now() - started) / 1000)} s so far`)
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
