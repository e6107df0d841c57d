import type { Direction } from '../database/keyset.ts'
import type { ListPage, Scan } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'

/** Texts looked at with one query, which stops when the page is full. */
export const firstTexts = 1_000
export const moreTexts = 3_000

/** Whether a list is that of all tickets, at most between two dates: then the texts can be read in its order. */
export const isAllTickets = ({ facets, where }: ListPlan) =>
  facets === null && Object.keys(where).every((field) => field === 'deleted' || field === 'createdAt')

/** Goes through the texts of all tickets in their order, and keeps the tickets that have the words. */
export async function scanTexts(
  desk: SearchDesk,
  search: Search,
  plan: ListPlan,
  { at, maxTexts }: { at: ListPage & { order: Direction }; maxTexts: number },
): Promise<Scan> {
  const section = { by: search.by, direction: at.order, after: at.after, bounds: plan.where.createdAt }
  const found = await desk.texts.along(section, { words: search.words, limit: at.limit, maxTexts })
  const ids = found.map(({ id }) => id)
  const [rows, stoppedAt] = await Promise.all([
    pageOf(desk, search, plan, { ids, at }),
    found.length < at.limit ? desk.texts.placeOf(section, maxTexts) : (found.at(-1) ?? null),
  ])
  return { rows, stoppedAt }
}
