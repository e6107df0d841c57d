import type { Log } from '../../../core/log.ts'

/** Stores across restarts until when the desk has heard everything, in ms since 1970. */
export type Checkpoint = { load: () => Promise<string | null>; save: (at: string) => Promise<void> }

/** Slack repeats what it could not deliver at once, after one minute and after five. */
const shortGapMs = 30_000
const overlapMs = 60_000
const saveEveryMs = 15_000

export type HistoryReader = ReturnType<typeof createHistoryReader>

/**
 * Reads the history after each time in which the desk heard nothing, and remembers how far it has come.
 * @param readSince takes what was missed since then, in ms since 1970
 */
export function createHistoryReader({
  checkpoint,
  readSince,
  now,
  log,
}: {
  checkpoint: Checkpoint
  readSince: (since: number) => Promise<void>
  now: () => number
  log: Log
}) {
  let timer: NodeJS.Timeout | undefined
  const save = () =>
    checkpoint
      .save(String(now()))
      .catch((error: Error) => log.warn({ err: error }, 'The position in Slack’s history could not be saved'))

  /** Call it when events arrive again. */
  async function heard() {
    pause()
    try {
      const last = Number((await checkpoint.load()) ?? now())
      if (now() - last > shortGapMs) await readSince(last - overlapMs)
      await save()
      timer = setInterval(() => void save(), saveEveryMs).unref()
    } catch (error) {
      log.warn({ err: error }, 'What was missed in Slack could not be read')
    }
  }

  /** Call it when the connection is lost. */
  function pause() {
    clearInterval(timer)
    timer = undefined
  }

  /** Saves how far the desk has come, if it has read everything. */
  async function stop() {
    if (timer) await save()
    pause()
  }

  return { heard, pause, stop }
}
