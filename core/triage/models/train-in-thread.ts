import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TrainingTicket } from './training-ticket.ts'
import type { TrainingResult, TrainingTask } from './training-worker.ts'

/** 40,000 tickets take about half a minute. */
const deadlineMs = 10 * 60_000
/** Of JavaScript objects; numbers in typed arrays come on top, some 500 MB for 40,000 tickets. */
const memoryMb = 1_500

/**
 * Trains in a thread of its own, which then ends: training takes seconds of computing.
 * @param batches the newest tickets first. They go to the thread as they are read.
 * @returns null when there are too few @throws what `batches` throws; when aborted or after ten minutes
 */
export async function trainInThread(
  batches: AsyncIterable<TrainingTicket[]>,
  task: TrainingTask,
  signal: AbortSignal,
): Promise<TrainingResult | null> {
  const thread = new Worker(new URL('./training-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const ending = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  const answered = once(thread, 'message', { signal: ending })
  answered.catch(() => {}) // it may fail while batches are still read
  try {
    for await (const batch of batches) thread.postMessage(batch)
    thread.postMessage(null)
    const [result] = await answered
    return result as TrainingResult | null
  } finally {
    await thread.terminate()
  }
}

export type Train = typeof trainInThread
