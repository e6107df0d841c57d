import type { Log } from '../../../core/log.ts'
import { isNewer, snowflakeAt, timeOf } from '../snowflake.ts'

/** Stores across restarts how far the bot has read, as a message id. */
export type Checkpoint = { load: () => Promise<string | null>; save: (id: string) => Promise<void> }

const overlapMs = 5 * 60_000
const saveEveryMs = 15_000

/**
 * Tracks the position up to which all messages are handled. After a new session begins, it does not move until the
 * missed messages have been read. It never moves past a message that failed.
 */
export function createPosition(checkpoint: Checkpoint, now: () => number, log: Log) {
  let upTo: string | null = null
  let newest: string | null = null
  /** The number of the current session. `readTo` is the last session whose missed messages have been read. */
  let session = 1
  let readTo = 0
  let saved: string | null = null
  let timer: NodeJS.Timeout | undefined
  const failing = new Set<string>()

  /**
   * Where to read from: five minutes before the position, or before now on the very first start.
   * @returns also `caughtUp`, to call once all messages from there have been read
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

  const isCaughtUp = () => readTo === session

  function move() {
    if (!isCaughtUp() || newest === null) return
    const oldestFailing = [...failing].reduce<string | null>(
      (oldest, id) => (oldest === null || isNewer(oldest, id) ? id : oldest),
      null,
    )
    const reached = oldestFailing !== null && isNewer(newest, oldestFailing) ? oldestFailing : newest
    if (upTo === null || isNewer(reached, upTo)) upTo = reached
    timer ??= setTimeout(() => void save(), saveEveryMs).unref()
  }

  function handled(id: string) {
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
      (error: Error) => log.warn({ err: error }, 'The position in Discord’s history could not be saved'),
    )
  }

  const sessionBegins = () => {
    session++
  }

  return { since, handled, failed, sessionBegins, isCaughtUp, save }
}
