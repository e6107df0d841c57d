import { isResolved, type Ticket } from '../ticket.ts'

type Faceted = Pick<
  Ticket,
  'audience' | 'status' | 'priority' | 'category' | 'skills' | 'tags' | 'assignee' | 'source' | 'deleted'
>

export type FacetKind =
  | 'sees'
  | 'status'
  | 'priority'
  | 'category'
  | 'skill'
  | 'tag'
  | 'assignee'
  | 'source'
  | 'load'

/** A key under which a ticket is listed, e.g. `status:open`. */
export const facet = (kind: FacetKind, value: string) => `${kind}:${value}`

/** Stands for a missing value, e.g. `assignee:none`. */
export const noValue = 'none'

type Names = Pick<Ticket, 'category' | 'skills'>

const named = ({ category, skills }: Names) => [
  facet('category', category ?? noValue),
  ...skills.map((skill) => facet('skill', skill)),
]

/** Replaces the category and skill keys after a rename. A deleted ticket has no keys and gets none. */
export const withRenamedFacets = (facets: string[], names: Names): string[] =>
  facets.length === 0 ? [] : [...facets.filter((key) => !/^(category|skill):/.test(key)), ...named(names)]

/**
 * The keys under which a ticket is listed. A single index on facet and date serves every list filter. One index per
 * filter would slow down each ticket write. Admins need no `sees` key, because they see every ticket that is not
 * deleted.
 */
export function facetsOf(ticket: Faceted): string[] {
  if (ticket.deleted) return []
  const { audience, status, priority, category, skills, tags, assignee, source } = ticket
  return [
    ...audience.filter((key) => key !== 'admins').map((key) => facet('sees', key)),
    facet('status', status),
    facet('priority', priority ?? noValue),
    ...named({ category, skills }),
    ...tags.map((tag) => facet('tag', tag)),
    facet('assignee', assignee?.id ?? noValue),
    facet('source', source),
    ...(assignee && !isResolved(ticket) ? [facet('load', assignee.id)] : []),
  ]
}
