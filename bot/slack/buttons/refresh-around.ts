import type { User } from '../../../core/users/user.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { publishHome } from '../home/publish-home.ts'
import { readPlace } from '../lists/list-place.ts'
import { showTicket } from '../lists/show-ticket.ts'
import { respondWith } from '../outbound/respond-with.ts'
import { handleOf } from '../resolve-actor.ts'
import type { TicketReference } from '../ticket-value.ts'
import { ticketViewModal } from '../views/forms/ticket-view-modal.ts'
import { isEphemeral, type Press } from './answer-presser.ts'

/**
 * Shows what a button has changed where it was pressed: in the home tab, in a modal above it, or in a message that only
 * its presser sees. The outbox updates all other messages.
 */
export async function refreshAround(
  deps: SlackDependencies,
  { body, client, respond }: Press,
  reader: User,
  { id, number }: TicketReference,
) {
  const show = () => showTicket(deps, reader, ({ tickets }) => tickets.find(id))
  const { view } = body
  if (view) await publishHome(deps, client, handleOf(body), readPlace(view.private_metadata))
  if (view?.type === 'modal')
    await client.views.update({
      view_id: view.id,
      view: ticketViewModal(await show(), number, view.private_metadata),
    })
  if (isEphemeral(body)) await respondWith(deps, respond, show, { replaces: true })
}
