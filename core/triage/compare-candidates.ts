import type { Candidate } from '../tickets/assignment.ts'

/** The most that affinity can offset, in usual tickets: an expert with less than one extra ticket still comes first. */
export const maxAffinity = 1

/** The matching skills; the ticket's language is one of them. */
export const matchCount = ({ matching, speaks }: Candidate) => matching.length + (speaks ? 1 : 0)

export const effectiveLoad = ({ load, weightedLoad = load, affinity = 0 }: Candidate) =>
  weightedLoad - affinity

/** Someone who has never been assigned a ticket has waited longest. */
const idle = ({ idleSeconds }: Candidate) => idleSeconds ?? Number.MAX_SAFE_INTEGER

/**
 * What decides between two candidates, most important first.
 * @property compare negative: `a` is better
 */
export const comparisons: {
  by: 'skills' | 'load' | 'last assignment' | 'id'
  compare: (a: Candidate, b: Candidate) => number
}[] = [
  { by: 'skills', compare: (a, b) => matchCount(b) - matchCount(a) },
  { by: 'load', compare: (a, b) => effectiveLoad(a) - effectiveLoad(b) },
  { by: 'last assignment', compare: (a, b) => idle(b) - idle(a) },
  { by: 'id', compare: (a, b) => a.id.localeCompare(b.id) },
]

/** The first criterion on which two candidates differ. */
export const decidedBy = (best: Candidate, next: Candidate) =>
  comparisons.find(({ compare }) => compare(best, next) !== 0)?.by
