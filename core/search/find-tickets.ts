import type { Desk } from '../desk.ts'
import type { TicketList } from '../tickets/lists/list-groups.ts'
import type { ListedTicket, ListReader } from '../tickets/lists/list-page.ts'
import { type ListFilter, planList } from '../tickets/lists/list-plan.ts'
import { audienceKeysOf } from '../tickets/permissions.ts'
import type { Actor } from '../users/user.ts'
import { correctionFor } from './correction.ts'
import { readWords, type Words } from './read-words.ts'
import { pageOf, type Search, type SearchDesk } from './search.ts'
import { searchReader } from './search-pages.ts'
import { searcherOf } from './searcher.ts'
import { withTypos } from './similar-words.ts'

export type FindDesk = SearchDesk & { users: Pick<Desk['users'], 'find'> }

/** @property corrected what the tickets were found by instead of the words with typos; null: by the words as given */
export type FoundTickets = TicketList & { corrected: string | null }

/**
 * What a person searches for, and in which of the tickets that they may see.
 * @property filter without the status, so that all statuses of a list are searched for the same words
 * @property allStatuses whether the list itself is without a status
 */
export type TicketQuery = {
  actor: Actor
  filter: ListFilter
  allStatuses: boolean
  words: Words
  by: Search['by']
}

export async function ticketQueryOf(
  desk: FindDesk,
  actor: Actor,
  q: string,
  filter: ListFilter,
): Promise<TicketQuery> {
  const words = readWords(q)
  const mayBeOwn = actor.role === 'user' && words.wanted.some(({ address }) => address)
  const by = searcherOf(actor, mayBeOwn ? await desk.users.find(actor._id) : null)
  return { actor, filter: { ...filter, status: undefined }, allStatuses: !filter.status, words, by }
}

type Read<Row> = Search<Row>['read']

const searchOf = <Row>(
  { actor, by }: TicketQuery,
  read: Read<Row>,
  more: Pick<Search, 'words' | 'typos'>,
) => ({
  by,
  keys: audienceKeysOf(actor),
  read,
  ...more,
})

export const exactReader = <Row>(desk: FindDesk, query: TicketQuery, read: Read<Row>): ListReader<Row> =>
  searchReader(desk, searchOf(query, read, { words: query.words, typos: false }))

/** Reads with one typo allowed in each word. Null: no word of the search is long enough. */
export function similarReader<Row>(
  desk: FindDesk,
  query: TicketQuery,
  read: Read<Row>,
): ListReader<Row> | null {
  const words = withTypos(query.words)
  return words && searchReader(desk, searchOf(query, read, { words, typos: true }))
}

/** Whether tickets of other statuses have the words as they are given, when none in the list has. */
export async function hasExactElsewhere(query: TicketQuery, exact: ListReader): Promise<boolean> {
  if (query.allStatuses) return false
  const { rows, stoppedAt } = await exact.page(planList(query.actor, query.filter), {
    order: 'newest',
    limit: 1,
  })
  return rows.length > 0 || stoppedAt !== null
}

/** The ticket whose number is all that is searched for, if it is in this list. */
export async function findNumbered(
  desk: FindDesk,
  query: TicketQuery,
  filter: ListFilter,
): Promise<ListedTicket | null> {
  const number = onlyNumber(query.words)
  const ticket = number === undefined ? null : await desk.tickets.findByNumber(number)
  if (!ticket) return null
  const search = searchOf(query, desk.tickets.lists.page, { words: query.words, typos: false })
  const one = { ids: [ticket._id], at: { order: 'newest' as const, limit: 1 } }
  return (await pageOf(search, planList(query.actor, filter), one))[0] ?? null
}

const onlyNumber = ({ wanted, not }: Words) =>
  wanted.length + not.length === 1 ? wanted[0]?.number : undefined

/** The same search without the ticket that has been found by its number. */
export const withoutFoundNumber = (query: TicketQuery, { number }: ListedTicket): TicketQuery => ({
  ...query,
  words: { ...query.words, except: number },
})

/** What the words of the search are corrected to, as these tickets have them. */
export async function correctedBy(
  desk: FindDesk,
  query: TicketQuery,
  tickets: ListedTicket[],
): Promise<string> {
  const texts = await desk.texts.wordsOf(
    tickets.map(({ _id }) => _id),
    query.by,
  )
  return correctionFor(query.words, texts)
}
