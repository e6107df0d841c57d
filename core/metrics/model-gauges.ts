import { Gauge, type Registry } from 'prom-client'
import type { MetricSources } from './metric-sources.ts'

/** Gauges for what the version in use was measured at. Without one, and while the database is down, they are absent. */
export function modelGauges(registers: Registry[], model: MetricSources['model']) {
  const accuracy = new Gauge({
    name: 'desk_triage_model_accuracy',
    help: 'Share of held-out tickets on which the version in use was right when it was trained. `field` is category or priority.',
    labelNames: ['model', 'field'] as const,
    registers,
  })
  return async () => {
    const used = await model?.().catch(() => null)
    accuracy.reset()
    if (!used) return
    const labels = { model: used.number }
    accuracy.set({ ...labels, field: 'category' }, used.figures.accuracy)
    if (used.priorityFigures?.isUsed)
      accuracy.set({ ...labels, field: 'priority' }, used.priorityFigures.accuracy)
  }
}
