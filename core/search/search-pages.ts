import { isPersonSort, type ListPage, type ListReader, type Scan } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import { firstWindow, moreWindows, scanList, typoWindows } from './scan-list.ts'
import { firstScanSize, isAllTickets, nextScanSize, scanTexts } from './scan-texts.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'

/**
 * Reads the tickets of a list that match a search.
 *
 * A first short scan fills the page when the words are common. Otherwise the text index finds all matches. If every
 * word has too many hits, a longer scan continues, up to a limit; `stoppedAt` is where the next page continues. Words with
 * a typo are seldom common, so a search for them asks the index first.
 */
export function searchReader<Row>(desk: SearchDesk, search: Search<Row>): ListReader<Row> {
  let known: Promise<string[] | null> | undefined

  const look = (plan: ListPlan, at: ListPage, further: boolean): Promise<Scan<Row>> =>
    !isPersonSort(at.order) && isAllTickets(plan)
      ? scanTexts(desk, search, plan, {
          at: { ...at, order: at.order },
          maxTexts: further ? nextScanSize : firstScanSize,
        })
      : scanList(desk, search, plan, { at, windows: windowsFor(search, further) })

  async function lookUp(plan: ListPlan, at: ListPage): Promise<Scan<Row>> {
    known ??= allWith(desk, search)
    const ids = await known
    return ids ? { rows: await pageOf(search, plan, { ids, at }), stoppedAt: null } : look(plan, at, true)
  }

  async function page(plan: ListPlan, at: ListPage): Promise<Scan<Row>> {
    if (search.typos) return lookUp(plan, at)
    const first = await look(plan, at, false)
    if (first.rows.length >= at.limit || !first.stoppedAt) return first
    const rest = { ...at, after: first.stoppedAt, limit: at.limit - first.rows.length }
    const { rows, stoppedAt } = await lookUp(plan, rest)
    return { rows: [...first.rows, ...rows], stoppedAt }
  }

  return { page, maxGroups: 25, maxConcurrency: 4 }
}

const windowsFor = ({ typos }: Pick<Search, 'typos'>, further: boolean) =>
  typos ? typoWindows : further ? moreWindows : firstWindow

/** @returns the ids of all matching tickets, or null when every word is too common or not in the index */
async function allWith(
  { tickets, texts }: SearchDesk,
  { words, by }: Pick<Search, 'words' | 'by'>,
): Promise<string[] | null> {
  for (const word of words.indexed) {
    const ids = await texts.holding(word, by.reads)
    if (!ids) continue
    const numbered = /^[1-9]\d*$/.test(word) ? await tickets.findByNumber(Number(word)) : null
    return [...(await texts.among([...new Set([...ids, ...(numbered ? [numbered._id] : [])])], words, by))]
  }
  return null
}
