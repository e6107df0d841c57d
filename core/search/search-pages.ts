import { isPersonSort, type ListPage, type ListReader, type Scan } from '../tickets/lists/list-page.ts'
import type { ListPlan } from '../tickets/lists/list-plan.ts'
import { audienceKeysOf } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { readWords } from './read-words.ts'
import { firstWindow, moreWindows, scanList } from './scan-list.ts'
import { firstTexts, isAllTickets, moreTexts, scanTexts } from './scan-texts.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'

/**
 * Reads the tickets of a list that match a search.
 *
 * A first short scan fills the page when the words are common. Otherwise the text index finds all matches. If every
 * word has too many hits, a longer scan continues, up to a limit; `stoppedAt` is where the next page goes on.
 */
export function searchReader(desk: SearchDesk, actor: Actor, q: string): ListReader {
  const by = actor.role === 'user' ? 'everybody' : 'staff'
  const search: Search = { words: readWords(q), by, keys: audienceKeysOf(actor) }
  let known: Promise<string[] | null> | undefined

  const look = (plan: ListPlan, at: ListPage, further: boolean): Promise<Scan> =>
    !isPersonSort(at.order) && isAllTickets(plan)
      ? scanTexts(desk, search, plan, {
          at: { ...at, order: at.order },
          maxTexts: further ? moreTexts : firstTexts,
        })
      : scanList(desk, search, plan, { at, windows: further ? moreWindows : firstWindow })

  async function page(plan: ListPlan, at: ListPage): Promise<Scan> {
    const first = await look(plan, at, false)
    if (first.rows.length >= at.limit || !first.stoppedAt) return first
    const rest = { ...at, after: first.stoppedAt, limit: at.limit - first.rows.length }
    known ??= allWith(desk, search)
    const ids = await known
    const { rows, stoppedAt } = ids
      ? { rows: await pageOf(desk, search, plan, { ids, at: rest }), stoppedAt: null }
      : await look(plan, rest, true)
    return { rows: [...first.rows, ...rows], stoppedAt }
  }

  return { page, maxGroups: 25, maxAtOnce: 4 }
}

/** @returns the ids of all matching tickets, or null when every word is too common or not in the index */
async function allWith({ texts }: SearchDesk, { words, by }: Search): Promise<string[] | null> {
  for (const word of words.indexed) {
    const ids = await texts.holding(word, by)
    if (ids) return [...(await texts.among(ids, words, by))]
  }
  return null
}
