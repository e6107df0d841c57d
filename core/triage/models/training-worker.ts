import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Lists } from '../../catalog/catalog.ts'
import { readModelFile, writeModelFile } from './model-file.ts'
import { type InUse, trainModel } from './train-model.ts'
import type { TrainingTicket } from './training-ticket.ts'
import type { Measured } from './triage-model.ts'

export type TrainingTask = { lists: Lists; inUse: (Omit<InUse, 'trained'> & { file: Uint8Array }) | null }
export type TrainingResult = { file: Uint8Array } & Measured

/** Runs in a thread of its own. Gets the tickets in batches, the newest first, and null at their end. */
async function answer({ lists, inUse }: TrainingTask): Promise<TrainingResult | null> {
  const result = trainModel(await receive(), lists, inUse && readable(inUse))
  if (!result) return null
  const { trained, ...measured } = result
  return { file: writeModelFile(trained), ...measured }
}

/** A model that can't be read any more does not count: the new one then only has to be no worse than the rules. */
function readable({ file, ...inUse }: NonNullable<TrainingTask['inUse']>): InUse | null {
  try {
    return { ...inUse, trained: readModelFile(Buffer.from(file)) }
  } catch {
    return null
  }
}

async function receive(): Promise<TrainingTicket[]> {
  const received: TrainingTicket[] = []
  if (!parentPort) return received
  for await (const [batch] of on(parentPort, 'message')) {
    if (batch === null) break
    received.push(...(batch as TrainingTicket[]))
  }
  return received
}

parentPort?.postMessage(await answer(workerData as TrainingTask))
