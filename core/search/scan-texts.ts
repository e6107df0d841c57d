import type { Direction } from '../database/keyset.ts'
import type { ListPage, Scan } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'

/** How many texts one query reads at most. It stops when the page is full. */
export const firstScanSize = 1_000
export const nextScanSize = 3_000

/** Whether a list has no filter except a date range. Its order is then the order of the texts. */
export const isAllTickets = ({ facets, where }: ListPlan) =>
  facets === null && Object.keys(where).every((field) => field === 'deleted' || field === 'createdAt')

/** Reads the texts of all tickets in order, and keeps the tickets that match the search. */
export async function scanTexts<Row>(
  desk: SearchDesk,
  search: Search<Row>,
  plan: ListPlan,
  { at, maxTexts }: { at: ListPage & { order: Direction }; maxTexts: number },
): Promise<Scan<Row>> {
  const section = { by: search.by, direction: at.order, after: at.after, bounds: plan.where.createdAt }
  const found = await desk.texts.along(section, { words: search.words, limit: at.limit, maxTexts })
  const ids = found.map(({ id }) => id)
  const [rows, stoppedAt] = await Promise.all([
    pageOf(search, plan, { ids, at }),
    found.length < at.limit ? desk.texts.placeOf(section, maxTexts) : (found.at(-1) ?? null),
  ])
  return { rows, stoppedAt }
}
