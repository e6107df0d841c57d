import type { ActionsBlock, KnownBlock } from '@slack/types'
import { sentence } from '../../../../core/text/sentence.ts'
import { cardOf } from '../../../../core/tickets/card.ts'
import { ratingOf, scores, shouldAskForRating } from '../../../../core/tickets/rating.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { buttons } from '../blocks.ts'
import { ticketButton } from '../cards/ticket-buttons.ts'
import { richText } from '../sentence.ts'

/** Slack wants different action ids in one block, so each ends with its score. */
export const rateAction = (score: number) => `ticket_rate:${score}`
export const rateCommentAction = 'ticket_rate_comment'

const ratingQuestion = sentence`How did we do? Choose from 1 (poor) to 5 (great).`

/** Asks the reader of a notification how it went. */
export const askForRating = (ticket: Pick<Ticket, '_id' | 'number'>): KnownBlock[] => [
  richText([ratingQuestion]),
  scoreButtons(ticket),
]

/** Asks the requester of a resolved ticket how it went, and shows what they chose. */
export function ratingBlocks(ticket: Ticket): KnownBlock[] {
  if (!shouldAskForRating(ticket)) return []
  const { rating } = cardOf(ticket)
  const words = rating ? sentence`Your rating: ${rating}` : ratingQuestion
  return [richText([words]), scoreButtons(ticket, ratingOf(ticket)?.score)]
}

/** @param chosen the score so far, to which they may add a comment */
const scoreButtons = (ticket: Pick<Ticket, '_id' | 'number'>, chosen?: number): ActionsBlock =>
  buttons(
    ...scores.map((score) =>
      ticketButton(
        sentence`${score}`,
        rateAction(score),
        ticket,
        score === chosen ? { style: 'primary' } : {},
      ),
    ),
    ...(chosen === undefined ? [] : [ticketButton(sentence`Add a comment`, rateCommentAction, ticket)]),
  )
