import { measureIn } from './processes.ts'
import { type Row, tableOf } from './report.ts'
import { type BenchServices, startBenchServices } from './services.ts'
import type { TrainingAnswer, TrainingInput } from './train-once.ts'

/** As many as the desk learns from, at most. */
const tickets = 40_000
const maxDelayMs = 20

/** The desk's own training, from reading the tickets to the version in use. */
export async function measureTraining(services: BenchServices): Promise<Row[]> {
  const input: TrainingInput = { databaseUri: services.freshDatabase(), tickets }
  const { seconds, accuracy, memoryMb, delayP99Ms } = await measureIn<TrainingAnswer>('train-once.ts', input)
  const what = `Training from ${tickets.toLocaleString('en')} resolved tickets`
  return [
    {
      what: `${what}: time, memory`,
      target: 'none',
      measured: `${seconds.toFixed(1)} s, ${memoryMb.toFixed(0)} MB (accuracy ${(100 * accuracy).toFixed(1)} %)`,
      met: null,
    },
    {
      what: `${what}: event-loop delay of the desk's process, p99`,
      target: `<= ${maxDelayMs} ms`,
      measured: `${delayP99Ms.toFixed(1)} ms`,
      met: delayP99Ms <= maxDelayMs,
    },
  ]
}

/** By itself: `npx node test/bench/training.ts`. */
if (import.meta.main) {
  const services = await startBenchServices((line) => console.log(line))
  try {
    console.log(`\n${tableOf(await measureTraining(services))}`)
  } finally {
    await services.stop()
  }
}
