import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { correctionGauges } from './correction-gauges.ts'
import { watchEventLoop } from './event-loop-gauge.ts'
import type { MetricSources } from './metric-sources.ts'
import { modelGauges } from './model-gauges.ts'
import { outboxGauges } from './outbox-gauges.ts'
import { ratingGauges } from './rating-gauges.ts'

type Triaged = {
  engine: 'gemini' | 'local'
  usage: { input: number; output: number; cost: number | null } | null
}

const httpLabels = ['method', 'route', 'status'] as const

/**
 * The Prometheus metrics of this process. Labels are few and fixed: routes are templates, and no label contains a
 * person, a ticket or an address.
 */
export function createMetrics({ backlog, listeners, ratings, corrections, model }: MetricSources) {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'desk_http_requests_total',
    help: 'Requests answered, by route template; `other` is everything that is no route.',
    labelNames: httpLabels,
    registers,
  })
  const durations = new Histogram({
    name: 'desk_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, without streams.',
    labelNames: httpLabels,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const deliveries = new Counter({
    name: 'desk_deliveries_total',
    help: 'Tries to send something. `failed` is tried again, `refused` is not.',
    labelNames: ['channel', 'result'] as const,
    registers,
  })
  const triage = new Histogram({
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
  watchEventLoop(registers)
  const lookAtOutbox = outboxGauges(registers, backlog)
  const lookAtRatings = ratingGauges(registers, ratings)
  const lookAtCorrections = correctionGauges(registers, corrections)
  const lookAtModel = modelGauges(registers, model)
  new Gauge({
    name: 'desk_stream_listeners',
    help: 'Clients that listen to /api/stream on this process.',
    registers,
    collect() {
      this.set(listeners())
    },
  })

  return {
    /** @returns the metrics in Prometheus's text format, with its content type */
    text: async () => {
      await Promise.all([lookAtOutbox(), lookAtRatings(), lookAtCorrections(), lookAtModel()])
      return { contentType: registry.contentType, body: await registry.metrics() }
    },
    /** @param seconds null for a stream, whose duration is meaningless */
    answered: (labels: Record<(typeof httpLabels)[number], string>, seconds: number | null) => {
      requests.inc(labels)
      if (seconds !== null) durations.observe(labels, seconds)
    },
    delivered: (channel: string, result: 'sent' | 'refused' | 'failed') =>
      deliveries.inc({ channel, result }),
    triaged: ({ engine, usage }: Triaged, ms: number) => {
      triage.observe({ engine }, ms / 1_000)
      if (!usage) return
      tokens.inc({ direction: 'input' }, usage.input)
      tokens.inc({ direction: 'output' }, usage.output)
      cost.inc(usage.cost ?? 0)
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
