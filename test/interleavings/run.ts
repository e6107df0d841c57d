// npm run test:interleavings -- --runs 2000 --seed 1
import { parseArgs } from 'node:util'
import { startBenchServices } from '../bench/services.ts'
import { checkInterleavings } from './check.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    concurrency: { type: 'string', default: '4' },
    steps: { type: 'string', default: '16' },
    first: { type: 'boolean', default: false }, // stops at the first program that fails
  },
})
const services = await startBenchServices(console.log)
const startedAt = Date.now()
let runs = 0
const perSecond = () => (runs / ((Date.now() - startedAt) / 1_000)).toFixed(1)
const timer = setInterval(() => console.log(`${runs} runs, ${perSecond()} a second`), 15_000)
console.log(`Seed ${values.seed}`)
try {
  const failure = await checkInterleavings({
    ...{ runs: Number(values.runs), seed: Number(values.seed), concurrency: Number(values.concurrency) },
    ...{ steps: Number(values.steps), freshDatabase: services.freshDatabase, shortens: !values.first },
    onRun: () => {
      runs += 1
    },
  })
  console.log(
    failure ?? `${runs} programs end with the same conversation everywhere, ${perSecond()} a second.`,
  )
  process.exitCode = failure ? 1 : 0
} finally {
  clearInterval(timer)
  await services.stop()
}
