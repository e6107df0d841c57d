import { type HeadingKind, headingKinds } from '../../headings/heading.ts'
import { sources } from '../../trace.ts'
import type { Actor } from '../../users/user.ts'
import { priorities, statuses } from '../ticket.ts'
import { none } from './facets.ts'
import type { Group } from './list-groups.ts'
import { type ListFilter, planList } from './list-plan.ts'

export const sorts = [
  'newest',
  'oldest',
  'priority',
  'status',
  'category',
  'source',
  ...headingKinds,
] as const
export type Sort = (typeof sorts)[number]

export const isHeadingKind = (sort: Sort): sort is HeadingKind =>
  (headingKinds as readonly Sort[]).includes(sort)

/** The values of a sort in their order: the most pressing first, and last what has none. */
const valuesOf = (categories: readonly string[]) => ({
  category: [...categories.toSorted(), none],
  priority: [...priorities.toReversed(), none],
  status: [...statuses],
  source: [...sources],
})

const only = (value: string | undefined) => (value === undefined ? undefined : [value])

/**
 * A sort by a field of few values is one list after the other, each with one value: no index for each sort.
 * @param categories the desk's list, retired ones too
 * @param from where to begin: the group that the last page ended in
 */
export function groupsOf(
  actor: Actor,
  sort: Exclude<Sort, HeadingKind>,
  filter: ListFilter,
  { categories, from }: { categories: readonly string[]; from: string | undefined },
): Group[] {
  if (sort === 'newest' || sort === 'oldest') return [{ name: '', plan: planList(actor, filter) }]
  const wanted: readonly string[] | undefined = sort === 'category' ? only(filter.category) : filter[sort]
  const all: readonly string[] = valuesOf(categories)[sort]
  const values = all.filter((value) => !wanted || wanted.includes(value))
  return values.slice(from ? Math.max(values.indexOf(from), 0) : 0).map((value) => ({
    name: value,
    plan: planList(actor, { ...filter, [sort]: sort === 'category' ? value : [value] }),
  }))
}
