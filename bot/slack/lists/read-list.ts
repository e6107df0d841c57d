import type { Cursor } from '../../../core/database/keyset.ts'
import type { Desk } from '../../../core/desk.ts'
import { sealedCursors } from '../../../core/sealed-cursors.ts'
import type { ListRequest } from '../../../core/search/list-tickets.ts'
import { turnPage } from '../../../core/search/turn-page.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import type { Actor } from '../../../core/users/user.ts'
import type { ListName, ListPlace } from './list-place.ts'

type ListDefinition = {
  title: string
  /** what is shown there when it is empty */
  empty: string
  filter: Pick<ListRequest, 'view' | 'status'>
  isForStaff?: true
}

export const lists: Record<ListName, ListDefinition> = {
  waiting: {
    title: 'Waiting for your answer',
    empty: 'Nothing waits for you',
    filter: { view: 'mine', status: ['waiting'] },
  },
  open: {
    title: 'Open',
    empty: 'No open tickets',
    filter: { view: 'mine', status: ['open', 'in_progress'] },
  },
  recent: {
    title: 'Resolved and closed',
    empty: 'No resolved tickets',
    filter: { view: 'mine', status: ['resolved', 'closed'] },
  },
  mine: { title: 'My tickets', empty: 'No tickets yet', filter: { view: 'mine' } },
  queue: { title: 'Queue', empty: 'The queue is empty', filter: { view: 'queue' }, isForStaff: true },
  assigned: {
    title: 'Assigned to me',
    empty: 'No tickets are assigned to you',
    filter: { view: 'assigned', status: ['open', 'in_progress', 'waiting'] },
    isForStaff: true,
  },
  found: { title: 'Search results', empty: 'No matches', filter: {} },
}

/** @property next the place of the next page; null: this is the last one @property previous null: this is the first */
export type ReadList = {
  place: ListPlace & { list: ListName }
  tickets: ListedTicket[]
  next: ListPlace | null
  previous: ListPlace | null
}

/** One page of a list, of what this person may see. @param reader null: somebody without an account */
export async function readList(
  desk: Desk,
  reader: Actor | null,
  place: ListPlace & { list: ListName },
  limit: number,
): Promise<ReadList> {
  const { list, q, after, before } = place
  const { filter } = lists[list]
  if (!reader || (list === 'found' && !q)) return { place, tickets: [], next: null, previous: null }
  const cursors = sealedCursors(desk, `slack:${list}:${q ?? ''}`)
  const opened = (sealed: string | undefined) =>
    sealed ? (cursors.read(reader._id, sealed) ?? undefined) : undefined
  const turn = { after: opened(after), before: opened(before) }
  const { tickets, next, previous } = await turnPage(desk, reader, { ...filter, q, ...turn, limit })
  const at = (cursor: Cursor) => cursors.write(reader._id, cursor)
  const first = { list, ...(q ? { q } : {}) }
  return {
    ...{ place, tickets },
    next: next && { ...first, after: at(next) },
    previous: previous && { ...first, before: at(previous) },
  }
}

/** The lists that a person can choose from. */
export const listsOf = (reader: Actor | null): ListName[] =>
  reader && isStaff(reader) ? ['mine', 'queue', 'assigned'] : ['mine']
