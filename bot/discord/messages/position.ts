import type { Log } from '../../../core/log.ts'
import { isNewer, snowflakeAt, timeOf } from '../snowflake.ts'

/** Where the bot has read up to, kept over restarts: a message's id. */
export type Checkpoint = { load: () => Promise<string | null>; save: (id: string) => Promise<void> }

const overlapMs = 5 * 60_000
const saveEveryMs = 15_000

/**
 * Up to which message everything is settled. While a new session has begun and what was missed before it has not been
 * read yet, live messages do not move it; nor does anything move it past a message that failed.
 */
export function createPosition(checkpoint: Checkpoint, now: () => number, log: Log) {
  let upTo: string | null = null
  let newest: string | null = null
  /** Grows with every session; `readTo` is the last one whose gap has been read. */
  let session = 1
  let readTo = 0
  let saved: string | null = null
  let timer: NodeJS.Timeout | undefined
  const failing = new Set<string>()

  /**
   * Where to read from: five minutes before what is known to be settled. On the very first start, from now.
   * @returns also what to call when everything from there has been read
   */
  async function since(): Promise<{ from: string; caughtUp: () => void }> {
    const reading = session
    if (upTo === null) {
      saved = await checkpoint.load()
      upTo = saved ?? snowflakeAt(now())
      if (saved === null) await save()
    }
    const caughtUp = () => {
      readTo = reading
      move()
    }
    return { from: snowflakeAt(timeOf(upTo) - overlapMs), caughtUp }
  }

  function move() {
    if (readTo !== session || newest === null) return
    const oldestFailing = [...failing].reduce<string | null>(
      (oldest, id) => (oldest === null || isNewer(oldest, id) ? id : oldest),
      null,
    )
    const reached = oldestFailing !== null && isNewer(newest, oldestFailing) ? oldestFailing : newest
    if (upTo === null || isNewer(reached, upTo)) upTo = reached
    timer ??= setTimeout(() => void save(), saveEveryMs).unref()
  }

  function settled(id: string) {
    failing.delete(id)
    if (newest === null || isNewer(id, newest)) newest = id
    move()
  }

  const failed = (id: string) => failing.add(id)

  async function save() {
    clearTimeout(timer)
    timer = undefined
    if (upTo === null || upTo === saved) return
    const saving = upTo
    await checkpoint.save(saving).then(
      () => {
        saved = saving
      },
      (error: Error) => log.warn({ err: error }, 'how far Discord has been read could not be saved'),
    )
  }

  const sessionBegins = () => {
    session++
  }

  return { since, settled, failed, sessionBegins, save }
}
