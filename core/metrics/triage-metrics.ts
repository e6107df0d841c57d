import { Counter, Histogram, type Registry } from 'prom-client'

/** @property usage null for the local engine @property usage.cost in the currency of GEMINI_PRICES; null: no prices */
type Triaged = {
  engine: 'gemini' | 'local'
  usage: { input: number; output: number; cost: number | null } | null
}

/** Times triage, and counts what Gemini was sent and cost. @returns a function to call for each triaged ticket */
export function triageMetrics(registers: Registry[]) {
  const durations = new Histogram({
    name: 'desk_triage_duration_seconds',
    help: 'Time from the first look at a ticket to its triage, by the engine that did it.',
    labelNames: ['engine'] as const,
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60],
    registers,
  })
  const tokens = new Counter({
    name: 'desk_gemini_tokens_total',
    help: 'Tokens that triage sent to Gemini and got from it.',
    labelNames: ['direction'] as const,
    registers,
  })
  const cost = new Counter({
    name: 'desk_gemini_cost_total',
    help: 'What triage by Gemini cost, in the currency of GEMINI_PRICES.',
    registers,
  })

  return ({ engine, usage }: Triaged, ms: number) => {
    durations.observe({ engine }, ms / 1_000)
    if (!usage) return
    tokens.inc({ direction: 'input' }, usage.input)
    tokens.inc({ direction: 'output' }, usage.output)
    cost.inc(usage.cost ?? 0)
  }
}
