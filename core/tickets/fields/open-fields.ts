import type { Ticket } from '../ticket.ts'
import { isAnswered } from './answer-words.ts'
import type { TicketField } from './ticket-field.ts'

/** The fields that nobody has answered, required ones first. */
export function openFields({ fields = [] }: Pick<Ticket, 'fields'>): TicketField[] {
  const open = fields.filter((field) => !isAnswered(field))
  return [...open.filter(({ required }) => required), ...open.filter(({ required }) => !required)]
}
