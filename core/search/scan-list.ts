import { cursorAfter, type ListPage, type Scan } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'

/** How many tickets each query reads. The first window is small, because common words fill a page quickly. */
export const firstWindow = [100]
export const moreWindows = [300, 600, 1_000, 1_000]
/** Words with a typo are rarer: larger windows take fewer queries. */
export const typoWindows = [1_000, 1_000]

/** Reads a list in order, window by window, and keeps the tickets that match the search. */
export async function scanList<Row>(
  desk: SearchDesk,
  search: Search<Row>,
  plan: ListPlan,
  { at, windows }: { at: ListPage; windows: readonly number[] },
): Promise<Scan<Row>> {
  const found: string[] = []
  let after = at.after
  let exhausted = false
  for (const window of windows) {
    const places = await desk.tickets.lists.places(plan, { ...at, after, limit: window })
    const ids = places.map(({ _id }) => _id)
    const having = await desk.texts.among(ids, search.words, search.by)
    found.push(...ids.filter((id) => having.has(id)))
    const last = places.at(-1)
    after = last ? cursorAfter(last, at.order) : after
    exhausted = places.length < window
    if (exhausted || found.length >= at.limit) break
  }
  const rows = await pageOf(search, plan, { ids: found, at })
  return { rows, stoppedAt: exhausted ? null : (after ?? null) }
}
