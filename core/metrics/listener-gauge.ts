import { Gauge, type Registry } from 'prom-client'
import type { MetricSources } from './metric-sources.ts'

/** Reports the clients of the live stream at each scrape. */
export const listenerGauge = (registers: Registry[], listeners: MetricSources['listeners']) =>
  new Gauge({
    name: 'desk_stream_listeners',
    help: 'Clients that listen to /api/stream on this process.',
    registers,
    collect() {
      this.set(listeners())
    },
  })
