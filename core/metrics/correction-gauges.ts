import { Gauge, type Registry } from 'prom-client'
import type { MetricSources } from './metric-sources.ts'

/** Gauges for what people corrected in the last 30 days, by engine and version. While the database is down, they are absent. */
export function correctionGauges(registers: Registry[], corrections: MetricSources['corrections']) {
  const triaged = new Gauge({
    name: 'desk_triaged_tickets',
    help: 'Tickets triaged in the last 30 days. `model` is Gemini’s, or the number of what the local engine had learned.',
    labelNames: ['engine', 'model'] as const,
    registers,
  })
  const corrected = new Gauge({
    name: 'desk_triage_corrections',
    help: 'Tickets of the last 30 days of which people changed what triage had proposed.',
    labelNames: ['engine', 'model', 'field'] as const,
    registers,
  })
  return async () => {
    const rows = await corrections?.().catch(() => null)
    triaged.reset()
    corrected.reset()
    for (const { engine, model, tickets, corrected: fields } of rows ?? []) {
      const labels = { engine, model: model ?? 'rules' }
      triaged.set(labels, tickets)
      for (const [field, count] of Object.entries(fields)) corrected.set({ ...labels, field }, count)
    }
  }
}
