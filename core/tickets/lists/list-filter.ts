import type { Lists } from '../../catalog/catalog.ts'
import { currentName } from '../../catalog/names.ts'
import type { Actor } from '../../users/user.ts'
import type { ListFilter } from './list-plan.ts'

/** `mine`: filed by me; `assigned`: assigned to me; `queue`: unclaimed; else everything that I may see */
export type View = 'mine' | 'assigned' | 'queue' | undefined

/** A view is a filter with a name. */
export function within(filter: ListFilter, view: View, actor: Actor): ListFilter {
  if (view === 'queue') return { ...filter, status: ['open'] }
  if (view === 'mine') return { ...filter, requester: actor._id }
  return view === 'assigned' ? { ...filter, assignee: actor._id } : filter
}

/** Whoever still knows a skill or a category by a former name finds its tickets. */
export const withNames = (
  { skill, category, ...filter }: ListFilter,
  { skills, categories }: Lists,
): ListFilter => ({
  ...filter,
  skill: skill && currentName(skills, skill),
  category: category && currentName(categories, category),
})
