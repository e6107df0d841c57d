import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'

/** The orders of a list besides newest first; within each value the newest come first. */
export const sortWords: Record<string, string> = {
  oldest: 'Oldest first',
  priority: 'Most urgent first',
  status: 'By status',
  category: 'By category',
  assignee: 'By assignee',
  requester: 'By requester',
  source: 'By where they are from',
} satisfies Record<Exclude<Sort, 'newest'>, string>
