import { mergePages } from '../database/keyset.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import type { ListPage } from '../tickets/lists/ticket-lists.ts'
import { audienceKeysOf } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { readWords } from './read-words.ts'
import { firstWindow, moreWindows, scanList } from './scan-list.ts'
import { firstTexts, isAllTickets, moreTexts, scanTexts } from './scan-texts.ts'
import { pageOf, planOf, type Scan, type Search, type SearchDesk } from './search.ts'

/** One search, in any list. */
export type ListSearch = {
  page: (plan: ListPlan, at: ListPage) => Promise<Scan>
  /** all tickets with the words that who searches may see, as a narrower list; null: too many */
  narrowed: (plan: ListPlan) => Promise<ListPlan | null>
  /** which of these tickets have the words */
  among: (tickets: string[]) => Promise<Set<string>>
}

/**
 * How one search reads a page of any list. Words that many tickets have fill it with a first look. Else the text index
 * knows all that have them, and if those are too many to be fetched, the list is looked through further: so far and no
 * further, and `stoppedAt` is where to go on.
 */
export function searchPages(desk: SearchDesk, actor: Actor, q: string): ListSearch {
  const by = actor.role === 'user' ? 'everybody' : 'staff'
  const search: Search = { words: readWords(q), by, keys: audienceKeysOf(actor) }
  let known: Promise<string[] | null> | undefined

  const look = (plan: ListPlan, at: ListPage, further: boolean): Promise<Scan> =>
    isAllTickets(plan)
      ? scanTexts(desk, search, plan, { at, most: further ? moreTexts : firstTexts })
      : scanList(desk, search, plan, { at, windows: further ? moreWindows : firstWindow })

  const all = () => {
    known ??= allWith(desk, search)
    return known
  }

  async function page(plan: ListPlan, at: ListPage): Promise<Scan> {
    const first = await look(plan, at, false)
    if (first.rows.length >= at.limit || !first.stoppedAt) return first
    const rest = { ...at, after: first.stoppedAt, limit: at.limit - first.rows.length }
    const ids = await all()
    const { rows, stoppedAt } = ids
      ? { rows: await pageOf(desk, search, plan, { ids, at: rest }), stoppedAt: null }
      : await look(plan, rest, true)
    return { rows: mergePages([first.rows, rows], at.direction, at.limit), stoppedAt }
  }

  async function narrowed(plan: ListPlan): Promise<ListPlan | null> {
    const ids = await all()
    return ids && planOf(search, plan, ids)
  }

  return { page, narrowed, among: (tickets) => desk.texts.among(tickets, search.words, by) }
}

/** @returns the ids of all tickets with the words, or null: each of them is common, or not in the index */
async function allWith({ texts }: SearchDesk, { words, by }: Search): Promise<string[] | null> {
  for (const word of words.indexed) {
    const ids = await texts.holding(word, by)
    if (ids) return [...(await texts.among(ids, words, by))]
  }
  return null
}
