import type { Desk } from '../desk.ts'
import type { ListedTicket, ListPage } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import type { Words } from './read-words.ts'
import type { Readers } from './text-model.ts'

/** One search: what is looked for, with whose eyes, and the audience keys that they hold. */
export type Search = { words: Words; by: Readers; keys: string[] }

export type SearchDesk = Pick<Desk, 'tickets' | 'texts'>

/** What of a list is among these tickets and may be seen by who searches. */
const planOf = ({ keys }: Search, { where }: ListPlan, ids: string[]): ListPlan => ({
  facets: null,
  where: { ...where, _id: { $in: ids }, audience: { $in: keys } },
})

/** A page of those tickets of a list that are among these and that who searches may see. */
export const pageOf = (
  { tickets }: SearchDesk,
  search: Search,
  plan: ListPlan,
  { ids, at }: { ids: string[]; at: ListPage },
): Promise<ListedTicket[]> | ListedTicket[] =>
  ids.length === 0 ? [] : tickets.lists.page(planOf(search, plan, ids), at)
