import { Gauge, type Registry } from 'prom-client'
import type { MetricSources } from './metric-sources.ts'

/** Gauges for the ratings of the last 30 days. While the database is down, they are absent, and the mean is without ratings. */
export function ratingGauges(registers: Registry[], ratings: MetricSources['ratings']) {
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
