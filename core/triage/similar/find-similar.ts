import type { Desk } from '../../desk.ts'
import type { ListedTicket } from '../../tickets/lists/list-page.ts'
import { audienceKeysOf, isStaff } from '../../tickets/permissions.ts'
import { readTicket } from '../../tickets/read-tickets.ts'
import { isResolved, type Ticket } from '../../tickets/ticket.ts'
import type { Actor } from '../../users/user.ts'
import type { Similar } from '../local/similar/similar-index.ts'
import { canBeSameMatter } from './same-matter.ts'
import type { PresentTicket } from './similar-store.ts'
import type { Facts } from './ticket-index.ts'

export const maxSimilar = 5
/** Of the training rows' pairs above it, three of four are duplicates: docs/triage.md. */
const duplicateSimilarity = 0.65

/** @property isLikelyDuplicate the asked ticket may be a duplicate of this one, on which people still work */
export type SimilarTicket = { ticket: ListedTicket; similarity: number; isLikelyDuplicate: boolean }

type Words = Pick<Ticket, 'title' | 'description'> & Partial<Pick<Ticket, '_id' | 'number' | 'status'>>
export type Reader = Pick<Actor, '_id' | 'role' | 'seesAll'>

/** Whether the reader may be told of a ticket: staff of those that they may see, others of their own. */
export function mayFind(reader: Reader, { audience, requester }: Pick<Facts, 'audience' | 'requester'>) {
  if (!isStaff(reader) && requester !== reader._id) return false
  return audienceKeysOf(reader as Actor).some((key) => audience.includes(key))
}

/** Stands for everybody who sees what all moderators see, such as a thread on Discord. */
export const anyModerator = ({ moderatorsSeeAll }: Pick<Desk, 'moderatorsSeeAll'>): Reader => ({
  _id: '',
  role: 'moderator',
  seesAll: moderatorsSeeAll,
})

/** The tickets most similar to this one that the reader may see, at most 5. @throws not-found */
export async function listSimilar(
  desk: Pick<Desk, 'tickets' | 'similar'>,
  reader: Actor,
  id: string,
): Promise<SimilarTicket[]> {
  return findSimilar(desk, reader, await readTicket(desk, reader, id))
}

/** The same for words that need not be a ticket yet. @param allows which tickets count */
export async function findSimilar(
  { similar }: Pick<Desk, 'similar'>,
  reader: Reader,
  words: Words,
  allows: (facts: Facts) => boolean = () => true,
): Promise<SimilarTicket[]> {
  const found = await similar.find(words, {
    limit: 2 * maxSimilar,
    except: words._id,
    allows: (facts) => mayFind(reader, facts) && allows(facts),
  })
  return shownSimilar({ similar }, reader, words, found)
}

/** Those of the found tickets that the reader may see now. */
export async function shownSimilar(
  { similar }: Pick<Desk, 'similar'>,
  reader: Reader,
  words: Words,
  found: readonly Similar[],
): Promise<SimilarTicket[]> {
  const present = await similar.present(found.map(({ id }) => id))
  return present
    .filter((ticket) => mayFind(reader, { ...ticket, requester: ticket.requester.id }))
    .slice(0, maxSimilar)
    .map((ticket) => {
      const similarity = found.find(({ id }) => id === ticket._id)?.similarity ?? 0
      return { ticket, similarity, isLikelyDuplicate: isLikelyDuplicate(words, ticket, similarity) }
    })
}

/** Only an earlier ticket that is not resolved: a problem that came back is no duplicate. */
const isLikelyDuplicate = (
  { title, description, number = Number.POSITIVE_INFINITY, status = 'open' }: Words,
  other: PresentTicket,
  similarity: number,
) =>
  similarity >= duplicateSimilarity &&
  canBeSameMatter({ title, description }, other) &&
  other.number < number &&
  !other.duplicateOf &&
  !isResolved(other) &&
  !isResolved({ status })
