import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Gauge, type Registry } from 'prom-client'

const samplingMs = 10

/**
 * Reports the event-loop delay since the last scrape. Node reports the time between two samples, so the sampling
 * interval is subtracted.
 */
export function watchEventLoop(registers: Registry[]) {
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
