import { cpus } from 'node:os'
import { measureAuthentication } from './authentication.ts'
import { measureBurst } from './burst.ts'
import { measureFiling } from './filing.ts'
import { measureLive } from './live.ts'
import { measureLogIns } from './log-ins.ts'
import { measurePages } from './pages.ts'
import { measureRelay } from './relay.ts'
import { tableOf } from './report.ts'
import { startBenchServices } from './services.ts'
import { measureSlackAcks } from './slack-acks.ts'
import { measureTraining } from './training.ts'

/** Measures what the design sets numbers for and prints one table. A missed target is a result, not a failure. */
async function run() {
  const say = (line: string) => console.log(line)
  // First, while nothing else of the bench runs: their desks bring services of their own.
  const whole = [...(await measureBurst({ report: say })), ...(await measureSlackAcks(say))]
  const services = await startBenchServices(say)
  const interrupted = () => void services.stop().finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  try {
    const rows = [
      ...whole,
      ...(await measureFiling(services, say)),
      ...(await measureAuthentication(services)),
      ...(await measureLogIns(services)),
      ...(await measureRelay(services)),
      ...(await measureLive(services)),
      ...(await measurePages(services, say)),
      ...(await measureTraining(services)),
    ]
    say(`\n${tableOf(rows)}\n`)
    say(`${machine()}; database: ${services.database}; Inngest: a local server, no worker connected.`)
  } finally {
    process.off('SIGINT', interrupted)
    await services.stop()
  }
}

const machine = () => `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`

await run()
