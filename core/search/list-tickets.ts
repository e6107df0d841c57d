import type { Lists } from '../catalog/catalog.ts'
import type { Cursor } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import { type View, within, withNames } from '../tickets/lists/list-filter.ts'
import { readGroups, readList, type TicketList } from '../tickets/lists/list-groups.ts'
import type { ListReader } from '../tickets/lists/list-page.ts'
import { type ListFilter, planList } from '../tickets/lists/list-plan.ts'
import { groupsOf, isGrouped, type Sort } from '../tickets/lists/list-sort.ts'
import type { Actor } from '../users/user.ts'
import { searchReader } from './search-pages.ts'

export type ListRequest = ListFilter & {
  view?: View
  /** words to look for in titles, descriptions and comments */
  q?: string | undefined
  sort?: Sort | undefined
  after?: Cursor | undefined
  limit: number
}

export type ListDesk = Pick<Desk, 'tickets' | 'texts'> & { catalog: { read: () => Promise<Lists> } }

/**
 * One page of the tickets that this person may see. A page may be short and still have a cursor to the next one,
 * because each request searches a limited number of tickets and sorts a limited number of groups.
 */
export async function listTickets(
  desk: ListDesk,
  actor: Actor,
  { view, q, sort = 'newest', after, limit, ...filter }: ListRequest,
): Promise<TicketList> {
  const lists = await desk.catalog.read()
  const narrowed = within(withNames(filter, lists), view, actor)
  const reader = q === undefined ? plainReader(desk) : searchReader(desk, actor, q)
  if (!isGrouped(sort)) {
    const order = isOnePerson(sort, narrowed) ? 'newest' : sort
    return readList(reader, planList(actor, narrowed), { order, after, limit })
  }
  const categories = lists.categories.map(({ name }) => name)
  const groups = groupsOf(actor, sort, narrowed, { categories, from: after?.group })
  return readGroups(reader, groups, { after, limit })
}

const plainReader = ({ tickets }: Pick<Desk, 'tickets'>): ListReader => ({
  page: async (plan, at) => ({ rows: await tickets.lists.page(plan, at), stoppedAt: null }),
  maxGroups: 100,
  maxAtOnce: 16,
})

/** Whether the list is filtered by the person it is sorted by. All its rows are then in one group. */
const isOnePerson = (sort: Sort, { assignee, requester }: ListFilter) =>
  (sort === 'assignee' && assignee !== undefined) || (sort === 'requester' && requester !== undefined)
