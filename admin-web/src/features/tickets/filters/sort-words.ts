import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'

/** The sort orders besides newest first. Tickets with the same value are listed newest first. */
export const sortWords: Record<string, string> = {
  oldest: 'Oldest first',
  priority: 'Most urgent first',
  status: 'By status',
  category: 'By category',
  assignee: 'By assignee',
  requester: 'By requester',
  source: 'By source',
} satisfies Record<Exclude<Sort, 'newest'>, string>
