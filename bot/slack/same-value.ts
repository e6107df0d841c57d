import type { Ticket } from '../../core/tickets/ticket.ts'

/** The value of a button: the new ticket's id, and the number of the one that it is the same as. */
export const sameValue = ({ _id }: Pick<Ticket, '_id'>, { number }: Pick<Ticket, 'number'>) =>
  `${_id}:${number}`

export function readSameValue(value = ''): { id: string; of: number } {
  const [id = '', number] = value.split(':')
  return { id, of: Number(number) }
}
