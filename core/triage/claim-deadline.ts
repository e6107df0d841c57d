import type { Assignment } from '../tickets/assignment.ts'
import type { Priority } from '../tickets/ticket-values.ts'
import { loadWeight } from './load-weight.ts'

/**
 * By what a deadline to claim is set.
 * @property minutes for medium priority
 * @property dutyMs reading of the duty clock now
 * @property after when that much time on duty has passed, as far as is known today
 */
export type ClaimTerms = { minutes: number; dutyMs: number; after: (ms: number) => Date }

type Deadline = Pick<Assignment, 'claimBy' | 'dutyMs'>

/** How long a ticket may wait. An urgent one has a quarter of the time, a high one half, a low one twice. */
const allowedMs = ({ minutes }: ClaimTerms, priority: Priority | null) =>
  (minutes / loadWeight(priority)) * 60_000

/** The deadline of a ticket that is assigned now. @param terms null: it has none */
export const claimDeadline = (terms: ClaimTerms | null, priority: Priority | null): Deadline =>
  terms ? { claimBy: terms.after(allowedMs(terms, priority)), dutyMs: terms.dutyMs } : {}

/** How much of its time is left, of which only that counts in which anybody is on duty. @returns milliseconds */
export const timeLeft = ({ dutyMs }: Deadline, terms: ClaimTerms, priority: Priority | null): number =>
  dutyMs === undefined ? 0 : allowedMs(terms, priority) - (terms.dutyMs - dutyMs)
