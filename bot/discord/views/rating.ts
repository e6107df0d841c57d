import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { maxRatingComment, ratingOf, scores, shouldAskForRating } from '../../../core/tickets/rating.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { ratingIdOf } from '../rating-id.ts'

/** The five scores, from poor to great. A row has room for no more. */
export const scoreRow = (ticket: string, chosen?: number): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: scores.map(
    (score): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: score === chosen ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: labels[score] ?? String(score),
      custom_id: ratingIdOf({ ticket, score }),
    }),
  ),
})

const labels: Record<number, string> = { 1: '1 (poor)', 5: '5 (great)' }

/** Asks the requester of a resolved ticket how it went. */
export const ratingRows = (ticket: Ticket): APIActionRowComponent<APIButtonComponent>[] =>
  shouldAskForRating(ticket) ? [scoreRow(ticket._id, ratingOf(ticket)?.score)] : []

/** Whoever has chosen a score may add a comment. */
export const ratingCommentButtons = (ticket: Ticket): APIButtonComponent[] =>
  shouldAskForRating(ticket) && ratingOf(ticket)
    ? [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          label: 'Add a comment',
          custom_id: ratingIdOf({ ticket: ticket._id, score: null }),
        },
      ]
    : []

export const ratingField = 'comment'

export const ratingCommentModal = (ticket: string) =>
  ({
    custom_id: ratingIdOf({ ticket, score: null }),
    title: 'Your rating',
    components: [
      {
        type: ComponentType.Label,
        label: 'What went well, or what should be better?',
        description: 'Those who worked on your ticket see it.',
        component: {
          type: ComponentType.TextInput,
          custom_id: ratingField,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: maxRatingComment,
        },
      },
    ],
  }) satisfies APIModalInteractionResponseCallbackData
