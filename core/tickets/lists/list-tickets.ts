import type { Lists } from '../../catalog/catalog.ts'
import { currentName } from '../../catalog/names.ts'
import type { Cursor } from '../../database/keyset.ts'
import type { Desk } from '../../desk.ts'
import type { Actor } from '../../users/user.ts'
import { type Status, statuses } from '../ticket.ts'
import { listByHeading } from './list-by-heading.ts'
import { groupsIn, readGroups, type TicketList } from './list-groups.ts'
import { type ListFilter, planList } from './list-plan.ts'
import { plainReader, readerOfWords } from './list-reader.ts'
import { groupsOf, isHeadingKind, type Sort } from './list-sort.ts'

export type ListRequest = ListFilter & {
  /** `mine`: filed by me; `assigned`: assigned to me; `queue`: unclaimed; else everything that I may see */
  view?: 'mine' | 'assigned' | 'queue' | undefined
  /** words to look for in titles, descriptions and comments */
  q?: string | undefined
  sort?: Sort | undefined
  after?: Cursor | undefined
  limit: number
}

/** What lists are made from. */
export type ListDesk = Pick<Desk, 'tickets' | 'texts' | 'headings'> & {
  catalog: { read: () => Promise<Lists> }
}

/**
 * One page of what this person may see. A page may end early, with a cursor to go on from: a search for common words
 * looks through so many tickets and no more, a sort through so many people or tags.
 */
export async function listTickets(
  desk: ListDesk,
  actor: Actor,
  { view, q, sort = 'newest', after, limit, ...filter }: ListRequest,
): Promise<TicketList> {
  const lists = await desk.catalog.read()
  const reader = q === undefined ? plainReader(desk) : readerOfWords(desk, actor, q)
  const narrowed = within(withNames(filter, lists), view, actor)
  const order = isOneHeading(sort, narrowed) ? 'newest' : sort
  if (isHeadingKind(order))
    return listByHeading(desk, reader, { actor, filter: narrowed, kind: order, after, limit })
  const groups = groupsOf(actor, order, narrowed, {
    categories: lists.categories.map(({ name }) => name),
    from: after?.group,
  })
  const direction = order === 'oldest' ? 'oldest' : 'newest'
  return readGroups(reader, { next: groupsIn(groups), direction, after, limit })
}

/** One person's tickets, sorted by that person. */
const isOneHeading = (sort: Sort, { assignee, requester }: ListFilter) =>
  (sort === 'assignee' && assignee !== undefined) || (sort === 'requester' && requester !== undefined)

/** Whoever still knows a skill or a category by a former name finds its tickets. */
const withNames = (
  { skill, category, ...filter }: ListFilter,
  { skills, categories }: Lists,
): ListFilter => ({
  ...filter,
  skill: skill && currentName(skills, skill),
  category: category && currentName(categories, category),
})

/** A view is a filter with a name. */
export function within(filter: ListFilter, view: ListRequest['view'], actor: Actor): ListFilter {
  if (view === 'queue') return { ...filter, status: ['open'] }
  if (view === 'mine') return { ...filter, requester: actor._id }
  return view === 'assigned' ? { ...filter, assignee: actor._id } : filter
}

/** How many there are of each status, at most 1,000, within what this person may see. */
export async function countTickets(
  desk: Pick<ListDesk, 'tickets' | 'catalog'>,
  actor: Actor,
  { view, status, ...filter }: ListFilter & Pick<ListRequest, 'view'>,
): Promise<Record<Status, number>> {
  const named = withNames(filter, await desk.catalog.read())
  const count = async (one: Status) => {
    const narrowed = within({ ...named, status: [one] }, view, actor)
    const wanted = narrowed.status?.includes(one) && (!status || status.includes(one))
    return [one, wanted ? await desk.tickets.lists.count(planList(actor, narrowed)) : 0] as const
  }
  return Object.fromEntries(await Promise.all(statuses.map(count))) as Record<Status, number>
}
