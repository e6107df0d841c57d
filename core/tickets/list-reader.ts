import type { Desk } from '../desk.ts'
import type { HeadingKind } from '../headings/heading.ts'
import { readWords } from '../search/read-words.ts'
import { mostWindows, type Scan, scanWords } from '../search/scan-words.ts'
import { readerships } from '../search/text-model.ts'
import type { Actor } from '../users/user.ts'
import type { ListPlan } from './list-plan.ts'
import { audienceKeysOf } from './permissions.ts'
import type { HeadedPlace, ListPage } from './ticket-lists.ts'

/** A list of so many tickets or fewer is sorted as a whole. */
export const mostSorted = 1_000

/** How lists are read: as they are, or only what has certain words. */
export type ListReader = {
  page: (plan: ListPlan, at: ListPage) => Promise<Scan>
  /** All that is in a list, in any order; null: more than can be sorted at once */
  few: (plan: ListPlan, kind: HeadingKind) => Promise<HeadedPlace[] | null>
  /** groups read for one page */
  mostGroups: number
  mostAtOnce: number
}

type ReadingDesk = Pick<Desk, 'tickets' | 'texts'>

export function plainReader({ tickets }: Pick<Desk, 'tickets'>): ListReader {
  return {
    page: async (plan, at) => ({ rows: await tickets.lists.page(plan, at), stoppedAt: null }),
    async few(plan, kind) {
      if (!plan.facets && !('createdAt' in plan.where || '_id' in plan.where)) return null
      const found = await tickets.lists.headed(plan, kind, mostSorted + 1)
      return found.length > mostSorted ? null : found
    },
    mostGroups: 100,
    mostAtOnce: 16,
  }
}

/**
 * Words that many have fill a page with the first look at the list. Else the text index knows all that have them, and
 * if those are still too many to be fetched, the list is looked through further.
 */
export function readerOfWords(desk: ReadingDesk, actor: Actor, q: string): ListReader {
  const words = readWords(q)
  const readers = actor.role === 'user' ? (['everybody'] as const) : readerships
  const plain = plainReader(desk)
  let hits: Promise<string[] | null> | undefined
  const hitsIn = async ({ where }: ListPlan): Promise<ListPlan | null> => {
    hits ??= desk.texts.hits(words, readers)
    const found = await hits
    const theirs = { _id: { $in: found }, audience: { $in: audienceKeysOf(actor) } }
    return found && { facets: null, where: { ...where, ...theirs } }
  }
  return {
    async page(plan, at) {
      const first = await scanWords(desk, { words, readers, plan, at, windows: 1 })
      if (first.rows.length >= at.limit || !first.stoppedAt) return first
      const narrowed = await hitsIn(plan)
      if (narrowed) return plain.page(narrowed, at)
      return scanWords(desk, { words, readers, plan, at, windows: mostWindows })
    },
    async few(plan, kind) {
      const narrowed = await hitsIn(plan)
      if (narrowed) return plain.few(narrowed, kind)
      const all = await plain.few(plan, kind)
      if (!all?.length) return all
      const having = await desk.texts.among(
        all.map(({ _id }) => _id),
        words,
        readers,
      )
      return all.filter(({ _id }) => having.has(_id))
    },
    mostGroups: 25,
    mostAtOnce: 4,
  }
}
