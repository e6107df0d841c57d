import { type Status, statuses } from '../../../../../core/tickets/ticket-values.ts'
import { statusWords } from '../../../shared/tickets/ticket-words.ts'

export type StatusFilter = 'active' | 'finished' | 'all' | Status
/** @property more whether a search has more tickets than were counted */
export type StatusCounts = Record<Status, number> & { more?: boolean }
type Choice = { value: StatusFilter; label: string }

/** For one person's tickets. */
export const fewStatusFilters: readonly Choice[] = [
  { value: 'active', label: 'Active' },
  { value: 'finished', label: 'Resolved' },
  { value: 'all', label: 'All' },
]

/** For the whole desk: each status by itself. */
export const allStatusFilters: readonly Choice[] = [
  { value: 'active', label: 'Active' },
  ...statuses.map((value) => ({ value, label: statusWords[value] })),
  { value: 'all', label: 'All' },
]

/** The statuses that a filter includes. */
function statusesOf(filter: StatusFilter): readonly Status[] {
  if (filter === 'active') return ['open', 'in_progress', 'waiting']
  if (filter === 'finished') return ['resolved', 'closed']
  return filter === 'all' ? statuses : [filter]
}

/** The status part of a list's filter. */
export const statusesFor = (filter: StatusFilter): { status?: readonly Status[] } =>
  filter === 'all' ? {} : { status: statusesOf(filter) }

const decimal = new Intl.NumberFormat()

/** The API counts each status up to this. */
const maxCounted = 1_000

/** How many tickets a filter includes: "12", "1.3k", "2k+"; undefined while the counts load. */
export function countFor(filter: StatusFilter, counts: StatusCounts | undefined): string | undefined {
  if (!counts) return undefined
  const each = statusesOf(filter).map((status) => counts[status])
  const sum = each.reduce((total, one) => total + one, 0)
  const more = counts.more || each.some((one) => one >= maxCounted) ? '+' : ''
  return `${sum < 1_000 ? sum : `${decimal.format(Math.floor(sum / 100) / 10)}k`}${more}`
}
