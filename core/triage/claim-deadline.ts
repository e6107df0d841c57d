import type { Priority } from '../tickets/ticket-values.ts'
import { loadWeight } from './load-weight.ts'

/**
 * When an assigned ticket must be claimed. An urgent one has a quarter of the time, a high one half, a low one twice.
 * @param minutes for medium priority; null: no deadline
 */
export const claimDeadline = (
  minutes: number | null,
  priority: Priority | null,
  now: Date,
): Date | undefined =>
  minutes === null ? undefined : new Date(now.getTime() + (minutes / loadWeight(priority)) * 60_000)
