import type { Cursor } from '../database/keyset.ts'
import type { Actor } from '../users/user.ts'
import type { FoundTickets } from './find-tickets.ts'
import { type ListDesk, type ListRequest, listBackwards, listTickets } from './list-tickets.ts'

/** @property previous for the page before this one, as `before`; null: this is the first */
export type TurnedPage = Pick<FoundTickets, 'tickets' | 'next' | 'corrected'> & { previous: Cursor | null }

/** Which page of a list: the first, the one after a position, or the one before. */
export type PageTurn = { after?: Cursor | undefined; before?: Cursor | undefined }

/**
 * One page of a list in its usual order, and the ways to the next and the previous one. A page before another is read
 * backwards, so it costs the same wherever it is. If the list begins in it, the first page is shown, which is full.
 */
export async function turnPage(
  desk: ListDesk,
  actor: Actor,
  { after, before, ...request }: Omit<ListRequest, 'sort' | 'after'> & PageTurn,
): Promise<TurnedPage> {
  if (!before) {
    const { begin, ...page } = await listTickets(desk, actor, { ...request, after })
    return { ...page, previous: after ? (begin ?? endOfList(after)) : null }
  }
  const { tickets, next, begin, corrected } = await listBackwards(desk, actor, { ...request, after: before })
  if (!next || tickets.length === 0) return turnPage(desk, actor, request)
  return { tickets: tickets.toReversed(), next: begin, previous: next, corrected }
}

/** A position behind all rows, for when all tickets of a page have left the list. */
const endOfList = ({ typos }: Cursor): Cursor => ({
  createdAt: new Date(0),
  id: '0'.repeat(24),
  ...(typos ? { typos } : {}),
})
