import { z } from 'zod'
import { textSchema } from '../text/text.ts'
import { isResolved, type Ticket } from './ticket.ts'

/** From worst to best. */
export const scores = [1, 2, 3, 4, 5] as const
export const maxScore = 5
/** in characters */
export const maxRatingComment = 1_000

export const scoreSchema = z.number().int().min(1).max(maxScore).describe('1: poor, 5: great')
export const ratingCommentSchema = textSchema(0, maxRatingComment)

const takenForMs = 30 * 24 * 60 * 60_000

/** The rating of the present resolution. Once a ticket was resolved again, the earlier rating says nothing of it. */
export const ratingOf = ({ rating, resolution }: Pick<Ticket, 'rating' | 'resolution'>) =>
  rating && resolution && rating.at >= resolution.at ? rating : null

/** Until when the resolution may be rated: for 30 days, whether closed or not. Null: there is nothing to rate. */
export function rateableUntil(
  ticket: Pick<Ticket, 'status' | 'resolution' | 'duplicateOf' | 'deleted'>,
): Date | null {
  const { resolution, duplicateOf, deleted } = ticket
  if (deleted || duplicateOf || !isResolved(ticket) || !resolution) return null
  return new Date(resolution.at.getTime() + takenForMs)
}

/** Whoever worked on their own ticket would rate themselves. */
export const isAssignedToRequester = ({ requester, assignee }: Pick<Ticket, 'requester' | 'assignee'>) =>
  requester.id === assignee?.id

/** Whether to ask its requester for a rating. */
export const shouldAskForRating = (ticket: Ticket) =>
  rateableUntil(ticket) !== null && !isAssignedToRequester(ticket)
