import type { Outcome } from './simulate.ts'

/** 0: all are equal; near 1: one has everything. */
export function gini(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const sum = sorted.reduce((total, value) => total + value, 0)
  const ranked = sorted.reduce((total, value, index) => total + (index + 1) * value, 0)
  const count = sorted.length
  return sum === 0 ? 0 : (2 * ranked) / (count * sum) - (count + 1) / count
}

export const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0

/**
 * @property skillMatch the share of needed skills that who works on it has @property p50 in minutes
 * @property urgentP95 of urgent tickets, in minutes @property taken how many tickets were worked on
 */
export type Figures = {
  gini: number
  skillMatch: number
  p50: number
  p95: number
  p99: number
  urgentP95: number
  taken: number
}

export const figuresOf = ({ loads, waits, urgentWaits, matched, needed }: Outcome): Figures => ({
  gini: gini(loads),
  skillMatch: matched / needed,
  p50: percentile(waits, 0.5),
  p95: percentile(waits, 0.95),
  p99: percentile(waits, 0.99),
  urgentP95: percentile(urgentWaits, 0.95),
  taken: waits.length,
})
