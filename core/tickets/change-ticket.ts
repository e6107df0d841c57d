import type { Desk } from '../desk.ts'
import { conflict, notFound } from '../errors.ts'
import type { Change } from './change.ts'
import type { Ticket } from './ticket.ts'

const maxTries = 12

/**
 * Changes a ticket: load, decide, save. All changes go through here. If somebody else saves first, it loads the ticket
 * again and asks for a new decision, which can then name the winner or find nothing left to do.
 * @param decide returns null when there is nothing to do
 * @param known the ticket as just read, which saves the first read
 * @throws what `decide` throws; not-found; conflict after 12 lost races
 */
export async function changeTicket(
  desk: Pick<Desk, 'tickets' | 'relay' | 'now'>,
  id: string,
  decide: (ticket: Ticket) => Change | null | Promise<Change | null>,
  known?: Ticket,
): Promise<Ticket> {
  for (let tries = 0; tries < maxTries; tries++) {
    const ticket = tries === 0 && known ? known : await desk.tickets.find(id)
    if (!ticket) throw notFound('ticket')
    const change = await decide(ticket)
    if (!change) return ticket
    const changed = await desk.tickets.apply(ticket, change, desk.now())
    if (changed) {
      desk.relay('tickets', changed)
      return changed
    }
    await new Promise((done) => setTimeout(done, Math.random() * 10 * tries))
  }
  throw conflict('Too many people are changing this ticket at once; try again.')
}
