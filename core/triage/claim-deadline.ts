import type { Assignment } from '../tickets/assignment.ts'
import type { Priority } from '../tickets/ticket-values.ts'
import { loadWeight } from './load-weight.ts'

/**
 * What claim deadlines are computed from.
 * @property minutes for medium priority
 * @property dutyMs reading of the duty clock now
 * @property after when that many milliseconds of duty time will have passed, by the schedules known now
 */
export type ClaimTerms = { minutes: number; dutyMs: number; after: (ms: number) => Date }

type Deadline = Pick<Assignment, 'claimBy' | 'dutyMs' | 'dueDutyMs'>

/** The least that a raised priority leaves to claim the ticket, since nobody has hurried so far. */
const noticeMs = 5 * 60_000

/** How long a ticket may wait. An urgent one has a quarter of the time, a high one half, a low one twice. */
const allowedMs = ({ minutes }: ClaimTerms, priority: Priority | null) =>
  (minutes / loadWeight(priority)) * 60_000

/** The deadline of a ticket that is assigned now. @param terms null: it has none */
export function claimDeadline(terms: ClaimTerms | null, priority: Priority | null): Deadline {
  if (!terms) return {}
  const { dutyMs, after } = terms
  const allowed = allowedMs(terms, priority)
  return { claimBy: after(allowed), dutyMs, dueDutyMs: dutyMs + allowed }
}

/** How much of its time is left. Only time in which somebody is on duty counts. @returns milliseconds */
export const timeLeft = (
  { dutyMs, dueDutyMs }: Deadline,
  terms: ClaimTerms,
  priority: Priority | null,
): number => (dutyMs === undefined ? 0 : (dueDutyMs ?? dutyMs + allowedMs(terms, priority)) - terms.dutyMs)

/**
 * The deadline of an assigned ticket whose priority has changed: what the new one allows, counted from the assignment.
 * It leaves five minutes from now, or what was left if that is less.
 * @returns null: it stays as it is
 */
export function changedDeadline(
  { claimBy, dutyMs, dueDutyMs = 0 }: Deadline,
  terms: ClaimTerms,
  priority: Priority | null,
): Deadline | null {
  if (!claimBy || dutyMs === undefined) return null
  const allowed = allowedMs(terms, priority)
  const afterNotice = terms.dutyMs + Math.min(noticeMs, allowed)
  const soonest = dueDutyMs > terms.dutyMs ? Math.min(dueDutyMs, afterNotice) : afterNotice
  const due = Math.max(dutyMs + allowed, soonest)
  return due === dueDutyMs ? null : { claimBy: terms.after(due - terms.dutyMs), dutyMs, dueDutyMs: due }
}
