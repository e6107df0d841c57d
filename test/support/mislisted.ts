import type { Database } from '../../core/open-database.ts'
import { facetsOf } from '../../core/tickets/lists/facets.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'

/** Tickets that lists would show wrongly: their stored facets are not those of their fields. @returns their numbers */
export async function mislisted({ tickets }: Pick<Database, 'tickets'>): Promise<number[]> {
  const wrong: number[] = []
  for await (const ticket of tickets.find().lean<Ticket[]>())
    if (JSON.stringify(ticket.facets.toSorted()) !== JSON.stringify(facetsOf(ticket).toSorted()))
      wrong.push(ticket.number)
  return wrong
}
