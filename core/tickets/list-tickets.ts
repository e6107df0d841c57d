import type { Lists } from '../catalog/catalog.ts'
import { currentName } from '../catalog/names.ts'
import type { Cursor, Direction } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import { readWords } from '../search/read-words.ts'
import { mostWindows, type Scan, scanWords } from '../search/scan-words.ts'
import { readerships } from '../search/text-model.ts'
import type { Actor } from '../users/user.ts'
import { type ListFilter, type ListPlan, planList } from './list-plan.ts'
import { type Group, groupsOf, type Sort } from './list-sort.ts'
import { audienceKeysOf } from './permissions.ts'
import { type Status, statuses } from './ticket.ts'
import type { ListedTicket, ListPage } from './ticket-lists.ts'

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
export type ListDesk = Pick<Desk, 'tickets' | 'texts'> & { catalog: { read: () => Promise<Lists> } }

export type TicketList = { tickets: ListedTicket[]; next: Cursor | null }

type ReadPage = (plan: ListPlan, at: ListPage) => Promise<Scan>

/**
 * One page of what this person may see. A search for common words may end a page early, with a cursor to go on from:
 * it looks through so many tickets and no more.
 */
export async function listTickets(
  desk: ListDesk,
  actor: Actor,
  { view, q, sort = 'newest', after, limit, ...filter }: ListRequest,
): Promise<TicketList> {
  const lists = await desk.catalog.read()
  const read = q === undefined ? plainPages(desk) : pagesWith(desk, actor, q)
  const groups = groupsOf(sort, within(withNames(filter, lists), view, actor), {
    categories: lists.categories.map(({ name }) => name),
    from: after?.group,
  })
  const direction = sort === 'oldest' ? 'oldest' : 'newest'
  return readGroups(read, { actor, groups, direction, after, limit })
}

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

type GroupsPage = {
  actor: Actor
  groups: Group[]
  direction: Direction
  after: Cursor | undefined
  limit: number
}

/** One group after the other, until the page is full. One row more is read, to know whether there is a next page. */
async function readGroups(
  read: ReadPage,
  { actor, groups, direction, after, limit }: GroupsPage,
): Promise<TicketList> {
  const found: { ticket: ListedTicket; group: string }[] = []
  for (const { name, filter } of groups) {
    const begin = (after?.group ?? '') === name ? after : undefined
    const page = { direction, after: begin, limit: limit + 1 - found.length }
    const { rows, stoppedAt } = await read(planList(actor, filter), page)
    found.push(...rows.map((ticket) => ({ ticket, group: name })))
    if (found.length > limit) break
    if (stoppedAt) return { tickets: found.map(({ ticket }) => ticket), next: { ...stoppedAt, group: name } }
  }
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    tickets: shown.map(({ ticket }) => ticket),
    next:
      found.length > limit && last
        ? { createdAt: last.ticket.createdAt, id: last.ticket._id, group: last.group }
        : null,
  }
}

const plainPages =
  ({ tickets }: Pick<Desk, 'tickets'>): ReadPage =>
  async (plan, at) => ({ rows: await tickets.lists.page(plan, at), stoppedAt: null })

/**
 * Words that many have fill a page with the first look at the list. Else the text index knows all that have them, and
 * if those are still too many to be fetched, the list is looked through further.
 */
function pagesWith(desk: Pick<Desk, 'tickets' | 'texts'>, actor: Actor, q: string): ReadPage {
  const words = readWords(q)
  const readers = actor.role === 'user' ? (['everybody'] as const) : readerships
  let hits: Promise<string[] | null> | undefined
  return async (plan, at) => {
    const first = await scanWords(desk, { words, readers, plan, at, windows: 1 })
    if (first.rows.length >= at.limit || !first.stoppedAt) return first
    hits ??= desk.texts.hits(words, readers)
    const found = await hits
    if (!found) return scanWords(desk, { words, readers, plan, at, windows: mostWindows })
    const theirs = { _id: { $in: found }, audience: { $in: audienceKeysOf(actor) } }
    return plainPages(desk)({ facets: null, where: { ...plan.where, ...theirs } }, at)
  }
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
