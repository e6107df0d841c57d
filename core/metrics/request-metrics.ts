import { Counter, Histogram, type Registry } from 'prom-client'

const labelNames = ['method', 'route', 'status'] as const

/** Counts and times answered requests. @returns a function to call for each of them */
export function requestMetrics(registers: Registry[]) {
  const requests = new Counter({
    name: 'desk_http_requests_total',
    help: 'Requests answered, by route template; `other` is everything that is no route.',
    labelNames,
    registers,
  })
  const durations = new Histogram({
    name: 'desk_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, without streams.',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })

  /** @param seconds null for a stream, whose duration is meaningless */
  return (labels: Record<(typeof labelNames)[number], string>, seconds: number | null) => {
    requests.inc(labels)
    if (seconds !== null) durations.observe(labels, seconds)
  }
}
