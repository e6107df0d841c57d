import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'

/** The sort orders. Unless their words say otherwise, tickets with the same value are listed newest first. */
export const sortWords: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  queue: 'Most urgent, then oldest',
  priority: 'Most urgent, then newest',
  status: 'By status',
  category: 'By category',
  assignee: 'By assignee',
  requester: 'By requester',
  source: 'By source',
}
