import type { Desk } from '../desk.ts'
import type { ListedTicket } from '../tickets/lists/list-page.ts'
import { planList } from '../tickets/lists/list-plan.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Actor } from '../users/user.ts'
import { plainText } from './plain-text.ts'
import { stemOf } from './read-words.ts'
import { stopWords } from './stop-words.ts'

const lookedAt = 25
const maxOffered = 3
/** Half of the words of two titles: "Printer on fire" is like "The printer burns". */
const leastLikeness = 0.5

/** The words of a title that say what it is about, without their endings. */
const wordsOf = (title: string) =>
  new Set(
    (plainText(title).match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length > 1 && !stopWords.has(word))
      .map(stemOf),
  )

/** How many of their words two titles share, from 0 to 1: the Sørensen–Dice coefficient. */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const size = words.size + others.size
  const shared = [...words].filter((word) => others.has(word)).length
  return size === 0 ? 0 : (2 * shared) / size
}

/** The most similar of these tickets, best first. */
export function mostSimilar<Row extends Pick<Ticket, '_id' | 'title'>>(
  ticket: Pick<Ticket, '_id' | 'title'>,
  others: Row[],
): Row[] {
  return others
    .filter(({ _id }) => _id !== ticket._id)
    .map((other) => ({ other, score: likeness(ticket.title, other.title) }))
    .filter(({ score }) => score >= leastLikeness)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxOffered)
    .map(({ other }) => other)
}

/** The requester's own unresolved tickets that may be about the same, among their newest 25. */
export async function lookAlikes(
  { tickets }: Pick<Desk, 'tickets'>,
  requester: Actor,
  ticket: Pick<Ticket, '_id' | 'title'>,
): Promise<ListedTicket[]> {
  const plan = planList(requester, {
    requester: requester._id,
    status: ['open', 'in_progress', 'waiting'],
  })
  return mostSimilar(ticket, await tickets.lists.page(plan, { order: 'newest', limit: lookedAt }))
}
