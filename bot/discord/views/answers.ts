import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { joined, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Card } from '../../../core/tickets/card.ts'
import { hasAnswers, hasOpenAnswers } from '../../../core/tickets/change-answers.ts'
import { answerWords } from '../../../core/tickets/fields/answer-words.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answersAgainIdOf, answersIdOf } from '../answers-id.ts'
import { maxInputs } from '../modals/field-input.ts'
import { inMarkdown } from './sentence.ts'
import { oneLine } from './text.ts'

/** Discord's limit for the description of an option. */
const maxDescription = 100

/** What the category asked, a line for each answer; null: nothing to show */
export const answersField = ({ answers }: Pick<Card, 'answers'>): Sentence | null =>
  answers.length === 0
    ? null
    : joined(
        answers.map(({ label, value }) => sentence`${label} ${value}`),
        '\n',
      )

/** A button for the answers: for those that are missing, or to correct them. */
const answersButton = (ticket: Pick<Ticket, '_id'>, isOpen: boolean): APIButtonComponent =>
  isOpen
    ? {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        label: 'Answer the questions',
        custom_id: answersIdOf(ticket._id),
      }
    : editButton(ticket)

const editButton = ({ _id }: Pick<Ticket, '_id'>): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: 'Edit answers',
  custom_id: answersIdOf(_id, 'edit'),
})

/** On the requester's card. What is optional is asked for once, after filing. */
export const ownAnswersButton = (ticket: Ticket): APIButtonComponent[] =>
  hasOpenAnswers(ticket)
    ? [
        answersButton(
          ticket,
          openFields(ticket).some(({ required }) => required),
        ),
      ]
    : []

/** On the moderators' card. Permissions are checked at the click. */
export const staffAnswersButton = (ticket: Ticket): APIButtonComponent[] =>
  hasAnswers(ticket) ? [editButton(ticket)] : []

/** Below what was said about the answers. */
export const answersRow = (
  ticket: Pick<Ticket, '_id' | 'fields'>,
): APIActionRowComponent<APIButtonComponent>[] => [
  { type: ComponentType.ActionRow, components: [answersButton(ticket, openFields(ticket).length > 0)] },
]

/** Below what was refused: the form again, with the same fields. */
export const tryAgainRow = (
  { _id }: Pick<Ticket, '_id'>,
  refused: readonly number[],
): APIActionRowComponent<APIButtonComponent>[] => [
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        label: 'Try again',
        custom_id: answersAgainIdOf(_id, refused),
      },
    ],
  },
]

/** Asks which answers to change, where a form has no room for all. */
export const answersChooser = ({ _id, number, fields = [] }: Pick<Ticket, '_id' | 'number' | 'fields'>) => ({
  content: inMarkdown(sentence`Which answers for #${number} do you want to change?`, 2_000),
  embeds: [],
  components: [
    {
      type: ComponentType.ActionRow as const,
      components: [
        {
          type: ComponentType.StringSelect as const,
          custom_id: answersIdOf(_id, 'choose'),
          placeholder: `Up to ${maxInputs}`,
          max_values: Math.min(maxInputs, fields.length),
          options: fields.map(({ key, label, value }) => ({
            value: key,
            label,
            description: oneLine(answerWords(value) || 'Not answered yet', maxDescription),
          })),
        },
      ],
    },
  ],
})
