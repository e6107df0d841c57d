import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CountedCorrections } from '../tickets/store/count-corrections.ts'
import type { TriageModel } from '../triage/models/triage-model.ts'
import { modelGauges } from './model-gauges.ts'

type Triaged = {
  engine: 'gemini' | 'local'
  usage: { input: number; output: number; cost: number | null } | null
}

export type MetricSources = {
  /** pending outbox entries of the whole desk */
  backlog: () => Promise<{ documents: number; oldestSeconds: number }>
  /** clients of the live stream in this process */
  listeners: () => number
  /** how many tickets their requesters have rated with each score in the last 30 days */
  ratings: () => Promise<{ score: number; count: number }[]>
  /** how often people corrected triage in the last 30 days; absent: not counted here */
  corrections?: () => Promise<CountedCorrections[]>
  /** the version in use of what the local engine has learned; null: the rules alone */
  model?: () => Promise<TriageModel | null>
}

const httpLabels = ['method', 'route', 'status'] as const
const samplingMs = 10

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

/**
 * Reports the event-loop delay since the last scrape. Node reports the time between two samples, so the sampling
 * interval is subtracted.
 */
function watchEventLoop(registers: Registry[]) {
  const delay = monitorEventLoopDelay({ resolution: samplingMs })
  delay.enable()
  const seconds = (percentile: number) => Math.max(0, delay.percentile(percentile) / 1e6 - samplingMs) / 1_000
  new Gauge({
    name: 'desk_event_loop_delay_seconds',
    help: 'Event-loop delay since the last scrape, by quantile.',
    labelNames: ['quantile'] as const,
    registers,
    collect() {
      this.set({ quantile: '0.5' }, seconds(50))
      this.set({ quantile: '0.99' }, seconds(99))
      delay.reset()
    },
  })
}

/** Gauges for the whole desk. While the database is down, they are absent. @returns a function that updates them */
function outboxGauges(registers: Registry[], backlog: MetricSources['backlog']) {
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

/** Gauges for the ratings of the last 30 days. While the database is down, they are absent, and the mean is without ratings. */
function ratingGauges(registers: Registry[], ratings: MetricSources['ratings']) {
  const count = new Gauge({
    name: 'desk_ticket_ratings',
    help: 'Tickets that their requesters rated in the last 30 days, by score from 1 to 5.',
    labelNames: ['score'] as const,
    registers,
  })
  const mean = new Gauge({
    name: 'desk_ticket_rating_mean',
    help: 'Mean score of the tickets rated in the last 30 days.',
    registers,
  })
  return async () => {
    const rated = await ratings().catch(() => null)
    count.reset()
    mean.remove()
    if (!rated) return
    for (const { score, count: tickets } of rated) count.set({ score }, tickets)
    const total = rated.reduce((sum, one) => sum + one.count, 0)
    if (total > 0) mean.set(rated.reduce((sum, one) => sum + one.score * one.count, 0) / total)
  }
}

/** Gauges for what people corrected in the last 30 days, by engine and version. While the database is down, they are absent. */
function correctionGauges(registers: Registry[], corrections: MetricSources['corrections']) {
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
