import { readAtMostEvery } from '../read-at-most-every.ts'
import type { Ticket } from '../tickets/ticket.ts'

/** How well each person solves tickets of each category, from 0 to below 1. Keys: user id, then category. */
export type Affinities = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What is read of a resolved ticket. */
export type SolvedTicket = Pick<Ticket, 'category'> & {
  assignee: Pick<NonNullable<Ticket['assignee']>, 'id'> | null
  rating?: { score: number } | null | undefined
  history: Pick<Ticket['history'][number], 'action'>[]
}

/** It takes this many tickets solved well to reach 0.5, so that one lucky ticket counts for little. */
const doubt = 5
/** The lowest rating, of 1 to 5, of a ticket that was solved well. */
const good = 3

/** A ticket that was not reopened, and not rated badly. */
const isSolvedWell = ({ rating, history }: SolvedTicket) =>
  (rating?.score ?? good) >= good && !history.some(({ action }) => action === 'reopened')

/** Tickets solved well, divided by all that the person solved of this category plus `doubt`. */
export function affinitiesOf(tickets: SolvedTicket[]): Affinities {
  const solved = Map.groupBy(
    tickets.filter(({ assignee, category }) => assignee && category),
    ({ assignee }) => assignee?.id ?? '',
  )
  return new Map([...solved].map(([person, theirs]) => [person, byCategory(theirs)]))
}

const byCategory = (tickets: SolvedTicket[]) =>
  new Map(
    [...Map.groupBy(tickets, ({ category }) => category ?? '')].map(([category, all]) => [
      category,
      all.filter(isSolvedWell).length / (all.length + doubt),
    ]),
  )

const keptMs = 10 * 60_000

/** Reads the affinities at most once in ten minutes. @param load the tickets that were resolved lately */
export function createAffinities(load: () => Promise<SolvedTicket[]>): () => Promise<Affinities> {
  return readAtMostEvery(keptMs, async () => affinitiesOf(await load()))
}
