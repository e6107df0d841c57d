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

/** In place of a value that a ticket does not have. */
export const none = 'none'

type Names = Pick<Ticket, 'category' | 'skills'>

const named = ({ category, skills }: Names) => [
  facet('category', category ?? none),
  ...skills.map((skill) => facet('skill', skill)),
]

/** The same keys with other names in them. A ticket that is listed nowhere stays so. */
export const refaceted = (facets: string[], names: Names): string[] =>
  facets.length === 0 ? [] : [...facets.filter((key) => !/^(category|skill):/.test(key)), ...named(names)]

/**
 * The keys under which a ticket is listed. One index on them and the date serves each filter of a list, where an
 * index for each would be written with every ticket. Admins need no key: they see all that is not deleted.
 */
export function facetsOf(ticket: Faceted): string[] {
  if (ticket.deleted) return []
  const { audience, status, priority, category, skills, tags, assignee, source } = ticket
  return [
    ...audience.filter((key) => key !== 'admins').map((key) => facet('sees', key)),
    facet('status', status),
    facet('priority', priority ?? none),
    ...named({ category, skills }),
    ...tags.map((tag) => facet('tag', tag)),
    facet('assignee', assignee?.id ?? none),
    facet('source', source),
    ...(assignee && !isResolved(ticket) ? [facet('load', assignee.id)] : []),
  ]
}
