import { measureIn } from './processes.ts'
import type { Row } from './report.ts'
import type { BenchServices } from './services.ts'
import type { PagesAnswer, PagesInput } from './time-pages.ts'

const few = 1_000
const many = 100_000
const maxRatio = 1.5

/** How long one page of 50 takes among many tickets, compared with among few: side by side, in one process. */
export async function measurePages(services: BenchServices, report: (line: string) => void): Promise<Row[]> {
  report(`pages: filing ${many.toLocaleString('en')} tickets takes a minute or two`)
  const pages = await measureIn<PagesAnswer>('time-pages.ts', {
    few: { databaseUri: services.freshDatabase(), tickets: few },
    many: { databaseUri: services.freshDatabase(), tickets: many },
  } satisfies PagesInput)
  return pages.map(({ what, fewMs, manyMs, ratio }) => ({
    what: `Page of 50 among ${many.toLocaleString('en')} tickets: ${what}`,
    target: `<= ${maxRatio}x of among ${few.toLocaleString('en')}`,
    measured: `${ratio.toFixed(2)}x (${manyMs.toFixed(1)} ms, ${fewMs.toFixed(1)} ms)`,
    met: ratio <= maxRatio,
  }))
}
