import type { Cursor } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import type { ListPlan } from '../tickets/list-plan.ts'
import type { ListedTicket, ListPage } from '../tickets/ticket-lists.ts'
import type { Words } from './read-words.ts'
import type { Readers } from './text-model.ts'

/** Tickets looked at with one query, and how often for one page. */
const window = 300
export const mostWindows = 10

/** `stoppedAt`: enough was looked through for one request, and there may be more from there on. */
export type Scan = { rows: ListedTicket[]; stoppedAt: Cursor | null }

type Scanned = {
  words: Words
  readers: readonly Readers[]
  plan: ListPlan
  at: ListPage
  windows: number
}

/** Goes through a list in its order and keeps the tickets that have the words. */
export async function scanWords(
  { tickets, texts }: Pick<Desk, 'tickets' | 'texts'>,
  { words, readers, plan, at, windows }: Scanned,
): Promise<Scan> {
  const found: string[] = []
  let after = at.after
  let exhausted = false
  for (let round = 0; round < windows && found.length < at.limit && !exhausted; round++) {
    const places = await tickets.lists.places(plan, { ...at, after, limit: window })
    const ids = places.map(({ _id }) => _id)
    const having = ids.length > 0 ? await texts.among(ids, words, readers) : new Set<string>()
    found.push(...ids.filter((id) => having.has(id)))
    const last = places.at(-1)
    after = last ? { createdAt: last.createdAt, id: last._id } : after
    exhausted = places.length < window
  }
  const rows = await tickets.lists.page(withIds(plan, found.slice(0, at.limit)), { ...at, limit: at.limit })
  return { rows, stoppedAt: exhausted || found.length >= at.limit ? null : (after ?? null) }
}

const withIds = ({ where }: ListPlan, ids: string[]): ListPlan => ({
  facets: null,
  where: { ...where, _id: { $in: ids } },
})
