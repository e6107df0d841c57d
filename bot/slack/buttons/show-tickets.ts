import { listedInMessage } from '../commands/tickets.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler } from '../handlers.ts'
import { publishHome } from '../home/publish-home.ts'
import { readPlace } from '../lists/list-place.ts'
import { readList } from '../lists/read-list.ts'
import { showTicket } from '../lists/show-ticket.ts'
import { openModal } from '../modals/open-modal.ts'
import { respondWith } from '../outbound/respond-with.ts'
import { performAs } from '../perform-as.ts'
import { findReader, handleOf } from '../resolve-actor.ts'
import { readTicketValue } from '../ticket-value.ts'
import { ticketViewModal } from '../views/forms/ticket-view-modal.ts'
import { listMessage } from '../views/list-message.ts'
import { answerPresser, type Press } from './answer-presser.ts'

/** Shows another page or list in place of the one with the button. */
export const onListAsked =
  (deps: SlackDependencies): ButtonHandler =>
  async ({ ack, action, body, client, respond }) => {
    await ack()
    const { list, ...rest } = readPlace(action.value)
    if (body.view) return publishHome(deps, client, handleOf(body), { ...rest, list })
    const place = { ...rest, list: list ?? ('mine' as const) }
    const show = async () => {
      const reader = await findReader(deps.desk, handleOf(body))
      return listMessage(await readList(deps.desk, reader, place, listedInMessage), reader)
    }
    await respondWith(deps, respond, show, { replaces: true })
  }

/** Shows a ticket of a list: below the list, or above the home tab. */
export const onTicketAsked =
  (deps: SlackDependencies): ButtonHandler =>
  async ({ ack, action, ...press }) => {
    await ack()
    const { body, client, respond } = press
    const { id, number } = readTicketValue(action.value)
    const show = async () =>
      showTicket(deps, await findReader(deps.desk, handleOf(body)), ({ tickets }) => tickets.find(id))
    if (!body.view) return respondWith(deps, respond, show)
    const outcome = await performAs(deps, body, id, show)
    if ('refusal' in outcome) return answerPresser(press as Press, outcome.refusal, deps.log)
    const modal = ticketViewModal(outcome.value, number, body.view.private_metadata)
    await openModal(client, body.trigger_id, modal, { log: deps.log })
  }
