import { measureIn } from './processes.ts'
import type { RelayAnswer, RelayInput } from './relay-many.ts'
import type { Row } from './report.ts'
import type { BenchServices } from './services.ts'

const maxMicroseconds = 50

/** CPU of the relay for each event, from the written ticket to Inngest's answer, in a process of its own. */
export async function measureRelay({ inngest }: BenchServices): Promise<Row[]> {
  const measured = await measureIn<RelayAnswer>('relay-many.ts', { inngest } satisfies RelayInput)
  return [
    {
      what: `Relay to Inngest, CPU for each event in batches of up to 100 (${measured.events.toLocaleString('en')} events)`,
      target: `<= ${maxMicroseconds} us`,
      measured: `${measured.microseconds.toFixed(1)} us`,
      met: measured.microseconds <= maxMicroseconds,
    },
  ]
}
