import { sources } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { priorities, statuses } from '../ticket.ts'
import { none } from './facets.ts'
import type { Group } from './list-groups.ts'
import { isPersonSort, type Order } from './list-page.ts'
import { type ListFilter, planList } from './list-plan.ts'
import { personSorts } from './sort-keys.ts'

export const sorts = ['newest', 'oldest', 'priority', 'status', 'category', 'source', ...personSorts] as const
export type Sort = (typeof sorts)[number]

/** The sorts by a field with few values. Each value is a group. */
type GroupedSort = Exclude<Sort, Order>

export const isGrouped = (sort: Sort): sort is GroupedSort =>
  sort !== 'newest' && sort !== 'oldest' && !isPersonSort(sort)

/** The values of each sort in display order: most pressing first, missing values last. */
const valuesOf = (categories: readonly string[]) => ({
  category: [...categories.toSorted(), none],
  priority: [...priorities.toReversed(), none],
  status: [...statuses],
  source: [...sources],
})

const only = (value: string | undefined) => (value === undefined ? undefined : [value])

/**
 * Splits a sort by a field with few values into one list per value, so that no sort needs an index of its own.
 * @param options.categories the desk's list, including retired ones
 * @param options.from the group in which the last page ended
 */
export function groupsOf(
  actor: Actor,
  sort: GroupedSort,
  filter: ListFilter,
  { categories, from }: { categories: readonly string[]; from: string | undefined },
): Group[] {
  const wanted: readonly string[] | undefined = sort === 'category' ? only(filter.category) : filter[sort]
  const all: readonly string[] = valuesOf(categories)[sort]
  const values = all.filter((value) => !wanted || wanted.includes(value))
  return values.slice(from ? Math.max(values.indexOf(from), 0) : 0).map((value) => ({
    name: value,
    plan: planList(actor, { ...filter, [sort]: sort === 'category' ? value : [value] }),
  }))
}
