import { type Status, statuses } from '../../../../../core/tickets/ticket.ts'
import { statusWords } from '../../../shared/tickets/ticket-words.ts'

export type StatusFilter = 'active' | 'settled' | 'all' | Status
export type StatusCounts = Record<Status, number>
type Choice = { value: StatusFilter; label: string }

/** Enough for one person's tickets. */
export const fewStatusFilters: readonly Choice[] = [
  { value: 'active', label: 'Active' },
  { value: 'settled', label: 'Resolved' },
  { value: 'all', label: 'All' },
]

/** Each status of its own, for who looks after the whole desk. */
export const allStatusFilters: readonly Choice[] = [
  { value: 'active', label: 'Active' },
  ...statuses.map((value) => ({ value, label: statusWords[value] })),
  { value: 'all', label: 'All' },
]

/** The statuses that a filter lets through. */
export function statusesOf(filter: StatusFilter): readonly Status[] {
  if (filter === 'active') return ['open', 'in_progress', 'waiting']
  if (filter === 'settled') return ['resolved', 'closed']
  return filter === 'all' ? statuses : [filter]
}

/** The status part of a list's filter. */
export const statusesFor = (filter: StatusFilter): { status?: readonly Status[] } =>
  filter === 'all' ? {} : { status: statusesOf(filter) }

/** The desk counts no further. */
const maxCounted = 1_000

/** How many tickets a filter lets through: "12", "1.3k", "2k+"; undefined while that is not known. */
export function countFor(filter: StatusFilter, counts: StatusCounts | undefined): string | undefined {
  if (!counts) return undefined
  const each = statusesOf(filter).map((status) => counts[status])
  const sum = each.reduce((total, one) => total + one, 0)
  const more = each.some((one) => one >= maxCounted) ? '+' : ''
  return `${sum < 1_000 ? sum : `${Math.floor(sum / 100) / 10}k`}${more}`
}
