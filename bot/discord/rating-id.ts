import { isId } from '../../core/ids.ts'
import { scores } from '../../core/tickets/rating.ts'

/**
 * What a button or form about a rating is for.
 * @property score null: a comment on the rating
 */
export type RatingAsked = { ticket: string; score: number | null }

/** The custom id. Never change the format: buttons on old messages keep theirs for years. */
export const ratingIdOf = ({ ticket, score }: RatingAsked) => `rate:${score ?? 'comment'}:${ticket}`

/** @returns null for another id */
export function readRatingId(customId: string): RatingAsked | null {
  const [, wanted, ticket = ''] = /^rate:([^:]+):(.*)$/.exec(customId) ?? []
  if (!isId(ticket)) return null
  if (wanted === 'comment') return { ticket, score: null }
  const score = scores.find((one) => String(one) === wanted)
  return score ? { ticket, score } : null
}
