import { z } from 'zod'
import { conflict } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { historyEntry, redrawCards, referenceTo } from '../change.ts'
import { assertTakesMore } from '../history-limits.ts'
import { isRequester, type Permission } from '../permissions.ts'
import {
  isAssignedToRequester,
  maxScore,
  rateableUntil,
  ratingCommentSchema,
  ratingOf,
  scoreSchema,
} from '../rating.ts'
import type { Ticket } from '../ticket.ts'
import { defineAction } from './action.ts'

export const mayRate: Permission = {
  verb: 'rate',
  rule: (actor, ticket) => isRequester(actor, ticket) && !isAssignedToRequester(ticket),
}

/**
 * Rate: the requester says how they found the resolution, for 30 days. Reopening keeps the rating, so that nobody
 * else can remove it. The next resolution gets a rating of its own.
 */
export const rate = defineAction({
  input: z.strictObject({
    score: scoreSchema,
    comment: ratingCommentSchema.optional().describe('absent: the comment so far stays; empty: none'),
  }),
  permissions: { rate: mayRate },
  decide(ticket, asked) {
    assertRateable(ticket, asked.now)
    const { score, comment } = asked.input
    const earlier = ratingOf(ticket)
    const text = comment === undefined ? (earlier?.comment ?? null) : comment || null
    if (earlier?.score === score && earlier.comment === text) return null
    assertTakesMore(ticket)
    return {
      set: { rating: { score, comment: text, at: asked.now } },
      history: [historyEntry(asked, 'rated', { note: `${score} of ${maxScore}` })],
      effects: redrawCards,
    }
  },
  words: {
    summary: 'Rate how a ticket was resolved (its requester)',
    success: 'Rated.',
    done: (ticket) =>
      sentence`You rated ${referenceTo(ticket)} ${ticket.rating?.score ?? 0} of ${maxScore}. Thank you.`,
  },
  example: { score: 5, comment: 'Quick and kind.' },
})

/** @throws conflict */
function assertRateable(ticket: Ticket, now: Date) {
  const until = rateableUntil(ticket)
  if (until && now < until) return
  if (until) throw conflict(`${referenceTo(ticket)} was resolved too long ago to be rated.`)
  throw conflict(
    ticket.duplicateOf
      ? `${referenceTo(ticket)} is a duplicate of #${ticket.duplicateOf.number}: it can’t be rated.`
      : `${referenceTo(ticket)} is not resolved yet.`,
  )
}
