// npm run sim:assign
// npm run sim:assign -- --tickets 10000 --moderators 30 --seed 1
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { figuresOf } from './figures.ts'
import { sampleModerators, sampleTickets } from './sample-desk.ts'
import { simulate } from './simulate.ts'
import { strategies } from './strategies.ts'

const { values } = parseArgs({
  options: { tickets: { type: 'string' }, moderators: { type: 'string' }, seed: { type: 'string' } },
})
const { tickets, moderators, seed } = z
  .object({
    tickets: z.coerce.number().int().min(1).default(10_000),
    moderators: z.coerce.number().int().min(1).default(30),
    seed: z.coerce.number().int().default(1),
  })
  .parse(values)

console.log(
  '| assignment | Gini of load | skill match | wait p50 | wait p95 | wait p99 | urgent p95 | worked on |',
)
console.log('|---|---|---|---|---|---|---|---|')
for (const [name, strategy] of strategies(seed)) {
  const outcome = simulate(sampleModerators(moderators, seed), sampleTickets(tickets, seed + 1), strategy)
  const { gini, skillMatch, taken, ...waits } = figuresOf(outcome)
  const minutes = [waits.p50, waits.p95, waits.p99, waits.urgentP95].map(
    (wait) => `${wait.toLocaleString('en')} min`,
  )
  const shares = [gini.toFixed(3), `${(skillMatch * 100).toFixed(1)} %`]
  console.log(`| ${[name, ...shares, ...minutes, taken].join(' | ')} |`)
}
