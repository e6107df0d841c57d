import type { Desk } from '../desk.ts'
import { conflict, notFound } from '../errors.ts'
import type { Decide } from './change.ts'
import type { Ticket } from './ticket.ts'

const maxTries = 12

/**
 * Load, decide, save: the one way in which a ticket changes. When somebody else was quicker the decision is made
 * anew on what they left, so it can say who won, or find that nothing is left to do.
 * @throws what the decision throws; not-found; conflict after 12 lost races
 */
export async function changeTicket(
  desk: Pick<Desk, 'tickets' | 'relay' | 'now'>,
  id: string,
  decide: Decide,
): Promise<Ticket> {
  for (let tries = 0; tries < maxTries; tries++) {
    const ticket = await desk.tickets.find(id)
    if (!ticket) throw notFound('ticket')
    const change = decide(ticket)
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
