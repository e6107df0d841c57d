import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { joined, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { Card } from '../../../core/tickets/card.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { answersIdOf } from '../answers-id.ts'

/** What the category asked, a line for each answer; null: nothing to show */
export const answersField = ({ answers }: Pick<Card, 'answers'>): Sentence | null =>
  answers.length === 0
    ? null
    : joined(
        answers.map(({ label, value }) => sentence`${label}: ${value}`),
        '\n',
      )

/** A button for the answers that are missing. */
export const answersButton = ({ _id }: Pick<Ticket, '_id'>): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Answer the questions',
  custom_id: answersIdOf(_id),
})

/** Whether the requester's card asks for answers. What is optional is asked for once, after filing. */
export const asksForAnswers = (ticket: Ticket) =>
  !isResolved(ticket) && openFields(ticket).some(({ required }) => required)

export const answersRow = (
  ticket: Pick<Ticket, '_id' | 'fields'>,
): APIActionRowComponent<APIButtonComponent>[] =>
  openFields(ticket).length > 0
    ? [{ type: ComponentType.ActionRow, components: [answersButton(ticket)] }]
    : []
