import pLimit from 'p-limit'
import { Piscina } from 'piscina'
import { maxReadLength } from './reply-text.ts'

const deadlineMs = 10_000
/** For a thread to load the parser, on a busy machine. */
const startMs = 60_000
const memoryMb = 128
const threads = 2

/**
 * Reads answers in a worker thread. The parser's patterns take very long for some texts, and such a text may be a mail:
 * after a deadline the thread ends, and only lines that are marked as quoted are left out.
 */
export function createReplyReader() {
  const pool = new Piscina<string, string>({
    filename: new URL('./reply-text-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  // Neither waiting for a thread nor its start counts towards the deadline.
  const inTurn = pLimit(threads)

  const ready = () => pool.run('', { signal: AbortSignal.timeout(startMs) }).catch(() => undefined)

  function read(text: string): Promise<string> {
    const given = text.slice(0, maxReadLength)
    return inTurn(async () => {
      await ready()
      return pool.run(given, { signal: AbortSignal.timeout(deadlineMs) }).catch(() => unquoted(given))
    })
  }

  return { read, close: () => pool.close({ force: true }) }
}

export type ReplyReader = ReturnType<typeof createReplyReader>

const unquoted = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim()
