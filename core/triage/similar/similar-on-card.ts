import type { Desk } from '../../desk.ts'
import { isResolved, type Ticket } from '../../tickets/ticket.ts'
import { anyModerator, type Reader, shownSimilar } from './find-similar.ts'

/** A similar ticket on a card. @property isLikelyDuplicate the card's ticket may be its duplicate */
export type SimilarOnCard = Pick<Ticket, '_id' | 'number' | 'title'> & { isLikelyDuplicate: boolean }

/**
 * What a card says of the tickets that triage found: none once its own is resolved.
 * @param reader the only one who sees the card; left out: all moderators do
 */
export async function similarOnCard(
  desk: Pick<Desk, 'similar' | 'moderatorsSeeAll'>,
  ticket: Ticket,
  reader: Reader = anyModerator(desk),
): Promise<SimilarOnCard[]> {
  const { similar = [] } = ticket.triage
  if (similar.length === 0 || ticket.deleted || isResolved(ticket)) return []
  const shown = await shownSimilar(desk, reader, ticket, similar)
  return shown.map(({ ticket: { _id, number, title }, isLikelyDuplicate }) => ({
    ...{ _id, number, title },
    isLikelyDuplicate,
  }))
}
