import type { Lists } from '../../catalog/catalog.ts'
import { currentName } from '../../catalog/names.ts'
import type { Actor } from '../../users/user.ts'
import type { ListFilter } from './list-plan.ts'
import type { PersonSort } from './sort-keys.ts'

/**
 * `mine`: filed by the actor; `assigned`: assigned to the actor; `queue`: unclaimed; undefined: everything the actor
 * may see
 */
export type View = 'mine' | 'assigned' | 'queue' | undefined

/** Applies a view, which is a named filter. No ticket is filed by, or assigned to, somebody else as well. */
export function restrictToView(filter: ListFilter, view: View, actor: Actor): ListFilter {
  if (view === 'queue') return { ...filter, status: ['open'] }
  if (view === 'mine') return withPerson(filter, 'requester', actor)
  return view === 'assigned' ? withPerson(filter, 'assignee', actor) : filter
}

function withPerson(filter: ListFilter, field: PersonSort, { _id }: Actor): ListFilter {
  const other = filter[field] !== undefined && filter[field] !== _id
  return { ...filter, [field]: _id, ...(other ? { status: [] } : {}) }
}

/** Translates former names of skills and categories into the current ones, so that old names still find tickets. */
export const withCurrentNames = (
  { skill, category, ...filter }: ListFilter,
  { skills, categories }: Lists,
): ListFilter => ({
  ...filter,
  skill: skill && currentName(skills, skill),
  category: category && currentName(categories, category),
})
