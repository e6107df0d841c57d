import type { Status } from '../../../../core/tickets/ticket.ts'

export type StatusFilter = 'active' | 'settled' | 'all'

export const statusFilters: readonly { value: StatusFilter; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'settled', label: 'Resolved' },
  { value: 'all', label: 'All' },
]

const statusesOf: Record<StatusFilter, readonly Status[] | undefined> = {
  active: ['open', 'in_progress', 'waiting'],
  settled: ['resolved', 'closed'],
  all: undefined,
}

/** The status part of a list's filter. */
export function statusesFor(filter: StatusFilter): { status?: readonly Status[] } {
  const status = statusesOf[filter]
  return status ? { status } : {}
}
