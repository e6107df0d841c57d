import type { Lists } from '../catalog/catalog.ts'
import { type Cursor, oppositeDirection } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import { restrictToView, type View, withCurrentNames } from '../tickets/lists/list-filter.ts'
import { readGroups, readList, type TicketList } from '../tickets/lists/list-groups.ts'
import { isPersonSort, type ListReader } from '../tickets/lists/list-page.ts'
import { type ListFilter, planList } from '../tickets/lists/list-plan.ts'
import { defaultSort, groupsOf, isGrouped, type Sort } from '../tickets/lists/list-sort.ts'
import type { Actor } from '../users/user.ts'
import {
  correctedBy,
  exactReader,
  type FindDesk,
  type FoundTickets,
  findNumbered,
  hasExactElsewhere,
  similarReader,
  type TicketQuery,
  ticketQueryOf,
  withoutFoundNumber,
} from './find-tickets.ts'

export type ListRequest = ListFilter & {
  view?: View
  /** words to look for in titles, descriptions, comments and names, a ticket's number, or an e-mail address */
  q?: string | undefined
  /** left out: `defaultSort` */
  sort?: Sort | undefined
  after?: Cursor | undefined
  limit: number
}

export type ListDesk = FindDesk &
  Pick<Desk, 'tickets' | 'texts'> & { catalog: { read: () => Promise<Lists> } }

/**
 * One page of the tickets that this person may see. A page may be short and still have a cursor to the next one,
 * because each request searches a limited number of tickets and sorts a limited number of groups.
 */
export const listTickets = (desk: ListDesk, actor: Actor, request: ListRequest): Promise<FoundTickets> =>
  readPage(desk, actor, request, false)

/** The same list from its end to its beginning, in its usual order. A number that is searched for is not among the first. */
export const listBackwards = (
  desk: ListDesk,
  actor: Actor,
  request: Omit<ListRequest, 'sort' | 'after'> & { after: Cursor },
): Promise<FoundTickets> => readPage(desk, actor, request, true)

async function readPage(
  desk: ListDesk,
  actor: Actor,
  { view, q, sort = defaultSort(view), after, limit, ...filter }: ListRequest,
  isBackwards: boolean,
): Promise<FoundTickets> {
  const lists = await desk.catalog.read()
  const narrowed = restrictToView(withCurrentNames(filter, lists), view, actor)
  const read: ReadPage = (reader, at) =>
    readSorted(reader, { actor, filter: narrowed, sort, lists, isBackwards }, at)
  if (q === undefined) return { ...(await read(plainReader(desk), { after, limit })), corrected: null }
  const query = await ticketQueryOf(desk, actor, q, narrowed)
  const first = await findNumbered(desk, query, narrowed)
  if (!first) return searchPage(desk, query, read, { after, limit })
  const others = (page: PageAt) => searchPage(desk, withoutFoundNumber(query, first), read, page)
  if (after) return others({ after, limit })
  if (limit === 1) return { tickets: [first], next: beginningOf(sort), begin: null, corrected: null }
  const page = await others({ after, limit: limit - 1 })
  return { ...page, tickets: [first, ...page.tickets] }
}

/** A cursor before all rows of a list. */
const beginningOf = (sort: Sort): Cursor =>
  sort === 'oldest' ? { createdAt: new Date(0), id: '' } : { createdAt: new Date('9999-12-31'), id: 'z' }

type PageAt = { after: Cursor | undefined; limit: number }
type ReadPage = (reader: ListReader, at: PageAt) => Promise<TicketList>
type Sorted = { actor: Actor; filter: ListFilter; sort: Sort; lists: Lists; isBackwards: boolean }

function readSorted(
  reader: ListReader,
  { actor, filter, sort, lists, isBackwards }: Sorted,
  { after, limit }: PageAt,
) {
  if (!isGrouped(sort)) {
    const forwards = isOnePerson(sort, filter) ? 'newest' : sort
    const order = isBackwards && !isPersonSort(forwards) ? oppositeDirection(forwards) : forwards
    return readList(reader, planList(actor, filter), { order, after, limit })
  }
  const categories = lists.categories.map(({ name }) => name)
  return readGroups(reader, groupsOf(actor, sort, filter, { categories, from: after?.group, isBackwards }), {
    after,
    limit,
  })
}

/** A page of what has the words as they are given or, when no ticket of any status has them, with one typo in each. */
async function searchPage(
  desk: ListDesk,
  query: TicketQuery,
  read: ReadPage,
  at: PageAt,
): Promise<FoundTickets> {
  if (at.after?.typos) return similarPage(desk, query, read, at)
  const exact = exactReader(desk, query, desk.tickets.lists.page)
  const page = await read(exact, at)
  const found = page.tickets.length > 0 || page.next !== null || at.after !== undefined
  if (found || (await hasExactElsewhere(query, exact))) return { ...page, corrected: null }
  return similarPage(desk, query, read, at)
}

async function similarPage(
  desk: ListDesk,
  query: TicketQuery,
  read: ReadPage,
  at: PageAt,
): Promise<FoundTickets> {
  const similar = similarReader(desk, query, desk.tickets.lists.page)
  if (!similar) return { tickets: [], next: null, begin: null, corrected: null }
  const { tickets, next, begin } = await read(similar, at)
  const corrected = tickets.length > 0 ? await correctedBy(desk, query, tickets) : null
  const found = (cursor: Cursor | null) => cursor && { ...cursor, typos: true }
  return { tickets, next: found(next), begin: found(begin), corrected }
}

const plainReader = ({ tickets }: Pick<Desk, 'tickets'>): ListReader => ({
  page: async (plan, at) => ({ rows: await tickets.lists.page(plan, at), stoppedAt: null }),
  maxGroups: 100,
  maxConcurrency: 16,
})

/** Whether the list is filtered by the person it is sorted by. All its rows are then in one group. */
const isOnePerson = (sort: Sort, { assignee, requester }: ListFilter) =>
  (sort === 'assignee' && assignee !== undefined) || (sort === 'requester' && requester !== undefined)
