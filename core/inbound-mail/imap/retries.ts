import { pauseMs } from '../../retry-forever.ts'

/** Some servers do not announce new mail, so the folder is also looked at this often. */
const lookEveryMs = 5 * 60_000
/** How long the mails of a sender who writes a lot wait. */
const waitingMs = 30_000
const pauses = { firstMs: 500, maxMs: 10 * 60_000 }

/** When to try again the mails that the desk could not handle, by UID. */
export function createRetries(now: () => Date) {
  const failures = new Map<number, { times: number; at: number }>()

  const inMs = (uid: number) => (failures.get(uid)?.at ?? 0) - now().getTime()

  /** @returns how often it has failed */
  function failed(uid: number): number {
    const times = (failures.get(uid)?.times ?? 0) + 1
    failures.set(uid, { times, at: now().getTime() + pauseMs(times, pauses) })
    return times
  }

  /** After how long to look again, in ms. @param waiting those that are not done */
  const nextLookMs = (waiting: number[]): number =>
    Math.max(0, Math.min(lookEveryMs, ...waiting.map((uid) => (failures.has(uid) ? inMs(uid) : waitingMs))))

  return { failed, isDue: (uid: number) => inMs(uid) <= 0, nextLookMs }
}
