import type { Lists } from '../catalog/catalog.ts'
import { countTickets } from '../tickets/lists/count-tickets.ts'
import { restrictToView, type View, withCurrentNames } from '../tickets/lists/list-filter.ts'
import type { CountedTicket, ListReader } from '../tickets/lists/list-page.ts'
import { type ListFilter, planList } from '../tickets/lists/list-plan.ts'
import { maxCounted } from '../tickets/lists/ticket-lists.ts'
import { type Status, statuses } from '../tickets/ticket-values.ts'
import type { Actor } from '../users/user.ts'
import {
  exactReader,
  type FindDesk,
  findNumbered,
  similarReader,
  type TicketQuery,
  ticketQueryOf,
  withoutFoundNumber,
} from './find-tickets.ts'

type CountingDesk = FindDesk & { catalog: { read: () => Promise<Lists> } }

/** @property more of a search: whether it has more tickets than were counted */
export type Counts = { counts: Record<Status, number>; more?: boolean }

type Counted = ListFilter & { view?: View; q?: string | undefined }

/**
 * Counts the tickets that the actor may see, for each status. Without a search, each count stops at 1,000. A search counts
 * the same tickets as its list shows, up to 1,000 in all.
 */
export async function countFound(
  desk: CountingDesk,
  actor: Actor,
  { q, view, ...filter }: Counted,
): Promise<Counts> {
  if (q === undefined) return { counts: await countTickets(desk, actor, { view, ...filter }) }
  const narrowed = restrictToView(withCurrentNames(filter, await desk.catalog.read()), view, actor)
  const query = await ticketQueryOf(desk, actor, q, narrowed)
  const exact = await exactly(desk, query)
  if (exact.rows.length > 0 || exact.more) return countsIn(exact, narrowed)
  const similar = similarReader(desk, query, desk.tickets.lists.withStatus)
  return countsIn(similar ? await readAll(similar, query) : exact, narrowed)
}

async function exactly(desk: CountingDesk, query: TicketQuery): Promise<Found> {
  const { withStatus } = desk.tickets.lists
  const numbered = await findNumbered(desk, query, query.filter)
  if (!numbered) return readAll(exactReader(desk, query, withStatus), query)
  const { rows, more } = await readAll(
    exactReader(desk, withoutFoundNumber(query, numbered), withStatus),
    query,
  )
  return { rows: [numbered, ...rows], more }
}

type Found = { rows: { status: Status }[]; more: boolean }

async function readAll({ page }: ListReader<CountedTicket>, { actor, filter }: TicketQuery): Promise<Found> {
  const { rows, stoppedAt } = await page(planList(actor, filter), { order: 'newest', limit: maxCounted + 1 })
  return { rows: rows.slice(0, maxCounted), more: rows.length > maxCounted || stoppedAt !== null }
}

function countsIn({ rows, more }: Found, { status: wanted = [...statuses] }: ListFilter): Counts {
  const count = (one: Status) =>
    wanted.includes(one) ? rows.filter(({ status }) => status === one).length : 0
  return { counts: Object.fromEntries(statuses.map((one) => [one, count(one)])) as Counts['counts'], more }
}
