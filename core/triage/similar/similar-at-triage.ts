import type { Desk } from '../../desk.ts'
import type { ListedTicket } from '../../tickets/lists/list-page.ts'
import { isResolved, type Ticket } from '../../tickets/ticket.ts'
import type { Similar } from '../local/similar/similar-index.ts'
import { anyModerator, maxSimilar, mayFind } from './find-similar.ts'

const lookedAt = 30

/**
 * @property kept what the ticket's record keeps: the most similar ones, and those that every moderator may see
 * @property shared numbers of the most similar ones that every moderator may see, for the notes
 * @property resolved the most similar ones that are resolved @property isShared whether every moderator may see one
 */
export type SimilarAtTriage = {
  kept: Similar[]
  shared: number[]
  resolved: { ticket: ListedTicket; isShared: boolean }[]
}

const nothing: SimilarAtTriage = { kept: [], shared: [], resolved: [] }

/** What triage knows of similar tickets. Triage does without them when they can't be looked up. */
export const similarAtTriage = (desk: Pick<Desk, 'similar' | 'moderatorsSeeAll' | 'log'>, ticket: Ticket) =>
  lookUp(desk, ticket).catch((error: Error) => {
    desk.log.warn({ reason: error.message }, 'similar tickets were not looked up')
    return nothing
  })

async function lookUp(
  desk: Pick<Desk, 'similar' | 'moderatorsSeeAll'>,
  ticket: Ticket,
): Promise<SimilarAtTriage> {
  const found = await desk.similar.find(ticket, { limit: lookedAt, except: ticket._id })
  const present = await desk.similar.present(found.map(({ id }) => id))
  const reader = anyModerator(desk)
  const isShared = (one: ListedTicket) => mayFind(reader, { ...one, requester: one.requester.id })
  const shared = present.filter(isShared).slice(0, maxSimilar)
  const kept = new Set([...present.slice(0, maxSimilar), ...shared].map(({ _id }) => _id))
  return {
    kept: found.filter(({ id }) => kept.has(id)),
    shared: shared.map(({ number }) => number),
    resolved: present
      .filter((one) => isResolved(one) && !one.duplicateOf)
      .slice(0, maxSimilar)
      .map((one) => ({ ticket: one, isShared: isShared(one) })),
  }
}
