import type { Priority } from '../tickets/ticket-values.ts'

/**
 * How much a ticket adds to a workload, in usual tickets. Each priority doubles the one below: an urgent ticket stops
 * other work, a low one waits for a gap.
 */
export const loadWeights: Readonly<Record<Priority, number>> = { urgent: 4, high: 2, medium: 1, low: 0.5 }

/** @param priority null: not triaged yet, which counts as usual */
export const loadWeight = (priority: Priority | null | undefined): number =>
  priority ? loadWeights[priority] : loadWeights.medium
