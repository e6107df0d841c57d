import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createDesk } from '../../core/create-desk.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { migrate } from '../../core/migrate.ts'
import { connectDatabase, type Database } from '../../core/open-database.ts'
import { runTraining } from '../../core/triage/models/run-training.ts'
import { trainInThread } from '../../core/triage/models/train-in-thread.ts'
import { madeUpTickets } from './made-up-tickets.ts'
import { answerParent, inputOfParent } from './processes.ts'

/** `tickets`: how many resolved ones there are. */
export type TrainingInput = { databaseUri: string; tickets: number }
/** @property memoryMb more than before, at most @property delayP99Ms of the desk's event loop meanwhile */
export type TrainingAnswer = {
  seconds: number
  accuracy: number
  memoryMb: number
  delayP99Ms: number
}

const batch = 2_000
const samplingMs = 10

async function file({ tickets }: Database, count: number) {
  const next = madeUpTickets()
  for (let filed = 0; filed < count; filed += batch) {
    const size = Math.min(batch, count - filed)
    const some = Array.from({ length: size }, (_, index) => next(filed + index + 1))
    await tickets.collection.insertMany(some as never[], { ordered: false })
  }
}

/** The greatest so far, looked at every 20 ms. */
function watchMemory() {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return () => {
    clearInterval(timer)
    return (most - before) / 1e6
  }
}

const { databaseUri, tickets } = await inputOfParent<TrainingInput>()
const database = await connectDatabase(databaseUri)
await migrate(database)
await file(database, tickets)
const desk = await createDesk({
  ...{ database, enabledQueues: new Set<never>(), jwtSecret: newId() + newId() },
  ...{ relay: () => {}, log: createLog('error') },
})
const memory = watchMemory()
const delay = monitorEventLoopDelay({ resolution: samplingMs })
delay.enable()
const startedAt = performance.now()
const run = await runTraining(desk, trainInThread, { by: null })
answerParent({
  seconds: (performance.now() - startedAt) / 1_000,
  accuracy: run?.model?.figures.accuracy ?? 0,
  memoryMb: memory(),
  // Node reports the time between two samples.
  delayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - samplingMs),
} satisfies TrainingAnswer)
