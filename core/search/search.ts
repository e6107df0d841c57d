import type { Desk } from '../desk.ts'
import type { ListedTicket, ListPage } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import type { Words } from './read-words.ts'
import type { Searcher } from './searcher.ts'

/**
 * One search: the words, who searches, and their audience keys.
 * @property typos whether words with one typo match, too
 * @property read reads a page of a list, with as much of each ticket as is wanted
 */
export type Search<Row = ListedTicket> = {
  words: Words
  by: Searcher
  keys: string[]
  typos: boolean
  read: (plan: ListPlan, at: ListPage) => Promise<Row[]>
}

export type SearchDesk = Pick<Desk, 'tickets' | 'texts'>

/** Narrows a list to these tickets, and to those that the searcher may see. */
const planOf = ({ keys }: Pick<Search, 'keys'>, { where }: ListPlan, ids: string[]): ListPlan => ({
  facets: null,
  where: { ...where, _id: { $in: ids }, audience: { $in: keys } },
})

/** A page of the list with only those of these tickets that the searcher may see. */
export const pageOf = <Row>(
  search: Search<Row>,
  plan: ListPlan,
  { ids, at }: { ids: string[]; at: ListPage },
): Promise<Row[]> | Row[] => (ids.length === 0 ? [] : search.read(planOf(search, plan, ids), at))
