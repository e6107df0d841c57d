import { oppositeDirection } from '../../database/keyset.ts'
import { sources } from '../../surface-names.ts'
import type { Actor } from '../../users/user.ts'
import { priorities, statuses } from '../ticket-values.ts'
import { noValue } from './facets.ts'
import type { View } from './list-filter.ts'
import type { Group } from './list-groups.ts'
import { isPersonSort, type Order } from './list-page.ts'
import { type ListFilter, planList } from './list-plan.ts'
import { personSorts } from './sort-keys.ts'

export const sorts = [
  'newest',
  'oldest',
  'queue',
  'priority',
  'status',
  'category',
  'source',
  ...personSorts,
] as const
export type Sort = (typeof sorts)[number]

/** The queue begins with what is most pressing: the most urgent, and of these what has been there longest. */
export const defaultSort = (view: View): Sort => (view === 'queue' ? 'queue' : 'newest')

/** The sorts by a field with few values. Each value is a group. */
type GroupedSort = Exclude<Sort, Order>

export const isGrouped = (sort: Sort): sort is GroupedSort =>
  sort !== 'newest' && sort !== 'oldest' && !isPersonSort(sort)

/** The values of each sort in display order: most pressing first, missing values last. */
const valuesOf = (categories: readonly string[]) => ({
  category: [...categories.toSorted(), noValue],
  priority: [...priorities.toReversed(), noValue],
  status: [...statuses],
  source: [...sources],
})

const only = (value: string | undefined) => (value === undefined ? undefined : [value])

type GroupOptions = { categories: readonly string[]; from: string | undefined; isBackwards: boolean }

/**
 * Splits a sort by a field with few values into one list per value, so that no sort needs an index of its own.
 * @param options.categories the desk's list, including retired ones
 * @param options.from the group in which the last page ended
 * @param options.isBackwards from the end of the list to its beginning
 */
export function groupsOf(
  actor: Actor,
  sort: GroupedSort,
  filter: ListFilter,
  { categories, from, isBackwards }: GroupOptions,
): Group[] {
  const field = sort === 'queue' ? 'priority' : sort
  const wanted: readonly string[] | undefined = field === 'category' ? only(filter.category) : filter[field]
  const all: readonly string[] = valuesOf(categories)[field]
  const forwards = all.filter((value) => !wanted || wanted.includes(value))
  const values = isBackwards ? forwards.toReversed() : forwards
  const order = sort === 'queue' ? 'oldest' : 'newest'
  return values.slice(from ? Math.max(values.indexOf(from), 0) : 0).map((value) => ({
    name: value,
    order: isBackwards ? oppositeDirection(order) : order,
    plan: planList(actor, { ...filter, [field]: field === 'category' ? value : [value] }),
  }))
}
