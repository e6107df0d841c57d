import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { isAnswered } from '../../../core/tickets/fields/answer-words.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import type { TicketField } from '../../../core/tickets/fields/ticket-field.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answersFormIdOf } from '../answers-id.ts'
import { fieldInput } from './field-input.ts'

/** Asks for some fields, with the answers that they have. @param seenAt when they were read */
export const answersModal = (
  { _id, number }: Pick<Ticket, '_id' | 'number'>,
  fields: readonly TicketField[],
  seenAt: Date,
): APIModalInteractionResponseCallbackData => ({
  custom_id: answersFormIdOf(_id, seenAt),
  title: `Answers for #${number}`,
  components: fields.map((field) => fieldInput(field)),
})

/** What is not answered yet, required fields first, then the others. */
export const unansweredFirst = (ticket: Pick<Ticket, 'fields'>): TicketField[] => [
  ...openFields(ticket),
  ...(ticket.fields ?? []).filter(isAnswered),
]
