import type { Desk } from '../../desk.ts'
import type { Actor } from '../../users/user.ts'
import type { Act } from '../change.ts'
import { changeTicket } from '../change-ticket.ts'
import { assertMay } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import type { Asked, TicketAction } from './action.ts'

export type ActionRequest<Input> = Pick<Act, 'surface' | 'address'> & { id: string; input: Input }

/**
 * Performs an action on a ticket: load, check permissions, decide, write, relay.
 * @param request.input must already match the action's schema
 * @returns the ticket after the action
 * @throws not-found, forbidden, too-many when this person does a lot in a short time, and the action's own refusals
 */
export async function perform<Input>(
  desk: Desk,
  actor: Actor,
  action: TicketAction<Input>,
  { id, ...request }: ActionRequest<Input>,
): Promise<Ticket> {
  await desk.limits.take(actor, action.uses ?? 'changes')
  const asked = { actor, now: desk.now(), ...request }
  const changed = await changeTicket(desk, id, async (ticket) => {
    assertAllowed(action, ticket, asked)
    const prepared = await action.prepare?.(desk, ticket, asked)
    return action.decide(ticket, { ...asked, prepared })
  })
  return action.finish ? action.finish(desk, changed) : changed
}

/** @throws not-found, forbidden */
export function assertAllowed<Input>(action: TicketAction<Input>, ticket: Ticket, asked: Asked<Input>) {
  const needed = action.needs?.(ticket, asked) ?? Object.values(action.permissions)
  for (const permission of needed) assertMay(asked.actor, permission, ticket)
}
