import type { Desk } from '../../desk.ts'
import type { HeadingKind } from '../../headings/heading.ts'
import type { Scan } from '../../search/search.ts'
import { searchPages } from '../../search/search-pages.ts'
import type { Actor } from '../../users/user.ts'
import type { ListPlan } from './list-plan.ts'
import type { HeadedPlace, ListPage } from './ticket-lists.ts'

/** A list of so many tickets or fewer is sorted as a whole. */
export const maxSorted = 1_000

/** How lists are read: as they are, or only what has certain words. */
export type ListReader = {
  page: (plan: ListPlan, at: ListPage) => Promise<Scan>
  /** All that is in a list, in any order; null: more than can be sorted at once */
  few: (plan: ListPlan, kind: HeadingKind) => Promise<HeadedPlace[] | null>
  /** groups read for one page */
  maxGroups: number
  maxAtOnce: number
}

type ReadingDesk = Pick<Desk, 'tickets' | 'texts'>

export function plainReader({ tickets }: Pick<Desk, 'tickets'>): ListReader {
  return {
    page: async (plan, at) => ({ rows: await tickets.lists.page(plan, at), stoppedAt: null }),
    async few(plan, kind) {
      if (!plan.facets && !('createdAt' in plan.where || '_id' in plan.where)) return null
      const found = await tickets.lists.headed(plan, kind, maxSorted + 1)
      return found.length > maxSorted ? null : found
    },
    maxGroups: 100,
    maxAtOnce: 16,
  }
}

/** Only what has the words of a search. */
export function readerOfWords(desk: ReadingDesk, actor: Actor, q: string): ListReader {
  const plain = plainReader(desk)
  const { page, narrowed, among } = searchPages(desk, actor, q)
  return {
    page,
    async few(plan, kind) {
      const fewer = await narrowed(plan)
      if (fewer) return plain.few(fewer, kind)
      const all = await plain.few(plan, kind)
      if (!all?.length) return all
      const having = await among(all.map(({ _id }) => _id))
      return all.filter(({ _id }) => having.has(_id))
    },
    maxGroups: 25,
    maxAtOnce: 4,
  }
}
