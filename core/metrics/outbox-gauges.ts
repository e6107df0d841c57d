import { Gauge, type Registry } from 'prom-client'
import type { MetricSources } from './metric-sources.ts'

/** Gauges for the whole desk. While the database is down, they are absent. @returns a function that updates them */
export function outboxGauges(registers: Registry[], backlog: MetricSources['backlog']) {
  const documents = new Gauge({
    name: 'desk_outbox_documents',
    help: 'Documents with pending outbox entries, counted up to 1,000 of each kind.',
    registers,
  })
  const oldest = new Gauge({
    name: 'desk_outbox_oldest_seconds',
    help: 'Age of the oldest pending outbox entry.',
    registers,
  })
  return async () => {
    const pending = await backlog().catch(() => null)
    documents.remove()
    oldest.remove()
    if (!pending) return
    documents.set(pending.documents)
    oldest.set(pending.oldestSeconds)
  }
}
