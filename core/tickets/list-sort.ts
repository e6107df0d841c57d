import { none } from './facets.ts'
import type { ListFilter } from './list-plan.ts'
import { priorities, sources, statuses } from './ticket.ts'

export const sorts = ['newest', 'oldest', 'priority', 'status', 'source'] as const
export type Sort = (typeof sorts)[number]

/** The values of a sort in their order: the most pressing first, and last what has none. */
const valuesOf = {
  priority: [...priorities].reverse().concat(none as never),
  status: [...statuses],
  source: [...sources],
} as const satisfies Partial<Record<Sort, readonly string[]>>

/** A stretch of a sorted list, itself newest first. */
export type Group = { name: string; filter: ListFilter }

/**
 * A sort by a field of few values is one list after the other, each with one value: no index for each sort.
 * @param from where to begin: the group that the last page ended in
 */
export function groupsOf(sort: Sort, filter: ListFilter, from: string | undefined): Group[] {
  if (sort === 'newest' || sort === 'oldest') return [{ name: '', filter }]
  const wanted = filter[sort] as readonly string[] | undefined
  const values = valuesOf[sort].filter((value) => !wanted || wanted.includes(value)) as string[]
  return values
    .slice(from ? Math.max(values.indexOf(from), 0) : 0)
    .map((value) => ({ name: value, filter: { ...filter, [sort]: [value] } }))
}
