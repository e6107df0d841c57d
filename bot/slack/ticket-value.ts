import type { Ticket } from '../../core/tickets/ticket.ts'

/** Which ticket a button or form is about. @property number e.g. "#42", to show before any look-up */
export type TicketReference = { id: string; number: string }

/** The value of a button. Never change the format: buttons on old messages keep theirs for years. */
export const ticketValue = ({ _id, number }: Pick<Ticket, '_id' | 'number'>) => `${_id}:${number}`

/** Buttons from older versions have only the ticket's id. */
export function readTicketValue(value = ''): TicketReference {
  const [id = '', number] = value.split(':')
  return { id, number: number ? `#${number}` : 'ticket' }
}
