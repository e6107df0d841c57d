import { readAtMostEvery } from '../read-at-most-every.ts'
import type { Ticket } from '../tickets/ticket.ts'

/** How well each person solves tickets of each category, from 0 to below 1. Keys: user id, then category. */
export type Affinities = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The fields of a resolved ticket that affinities need. */
export type SolvedTicket = Pick<Ticket, 'category'> & {
  assignee: Pick<NonNullable<Ticket['assignee']>, 'id'> | null
  rating?: { score: number } | null | undefined
  history: Pick<Ticket['history'][number], 'action'>[]
}

/** The number of well-solved tickets that gives an affinity of 0.5. Keeps one lucky ticket from counting much. */
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

/** Caches the affinities for ten minutes. @param load reads the recently resolved tickets */
export function createAffinities(load: () => Promise<SolvedTicket[]>): () => Promise<Affinities> {
  return readAtMostEvery(keptMs, async () => affinitiesOf(await load()))
}
