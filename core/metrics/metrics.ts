import { Registry } from 'prom-client'
import { correctionGauges } from './correction-gauges.ts'
import { deliveryCounter } from './delivery-counter.ts'
import { watchEventLoop } from './event-loop-gauge.ts'
import { listenerGauge } from './listener-gauge.ts'
import type { MetricSources } from './metric-sources.ts'
import { modelGauges } from './model-gauges.ts'
import { outboxGauges } from './outbox-gauges.ts'
import { ratingGauges } from './rating-gauges.ts'
import { requestMetrics } from './request-metrics.ts'
import { triageMetrics } from './triage-metrics.ts'

/**
 * The Prometheus metrics of this process. Labels are few and fixed: routes are templates, and no label contains a
 * person, a ticket or an address.
 */
export function createMetrics({ backlog, listeners, ratings, corrections, model }: MetricSources) {
  const registry = new Registry()
  const registers = [registry]
  const answered = requestMetrics(registers)
  const delivered = deliveryCounter(registers)
  const triaged = triageMetrics(registers)
  watchEventLoop(registers)
  const readFromDatabase = [
    outboxGauges(registers, backlog),
    ratingGauges(registers, ratings),
    correctionGauges(registers, corrections),
    modelGauges(registers, model),
  ]
  listenerGauge(registers, listeners)

  return {
    answered,
    delivered,
    triaged,
    /** @returns the metrics in Prometheus's text format, with its content type */
    text: async () => {
      await Promise.all(readFromDatabase.map((read) => read()))
      return { contentType: registry.contentType, body: await registry.metrics() }
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
