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
  let isStopped = false
  let saving = Promise.resolve()
  const save = () =>
    (saving = checkpoint
      .save(String(now()))
      .catch((error: Error) =>
        log.warn({ err: error }, 'The position in Slack’s history could not be saved'),
      ))

  /** Call it when events arrive again. */
  async function heard() {
    pause()
    try {
      const last = Number((await checkpoint.load()) ?? now())
      if (now() - last > shortGapMs) await readSince(last - overlapMs)
      // What another process hears or misses from the stop on is not this one's to save.
      if (!isStopped) await save()
      if (!isStopped) timer = setInterval(() => void save(), saveEveryMs).unref()
    } catch (error) {
      log.warn({ err: error }, 'What was missed in Slack could not be read')
    }
  }

  /** Call it when the connection is lost. */
  function pause() {
    clearInterval(timer)
    timer = undefined
  }

  /** Saves how far the desk has come, if it has read everything. Nothing is saved later. */
  async function stop() {
    isStopped = true
    const hasReadAll = timer !== undefined
    pause()
    await saving
    if (hasReadAll) await save()
  }

  return { heard, pause, stop }
}
