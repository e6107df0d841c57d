import { join } from '../../../core/tickets/actions/join.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { joinedWords } from '../../../core/tickets/look-alikes-words.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler } from '../handlers.ts'
import { performAs } from '../perform-as.ts'
import { readSameValue } from '../same-value.ts'
import { messageModal } from '../views/forms/message-modal.ts'

/** Makes the ticket that was just filed a duplicate of the one that its requester chose, and says where to continue. */
export const onSamePressed =
  (deps: SlackDependencies): ButtonHandler =>
  async ({ ack, action, body, client }) => {
    await ack()
    const { id, of } = readSameValue(action.value)
    const outcome = await performAs(deps, body, id, async (actor) => {
      const ticket = await perform(deps.desk, actor, join, { id, surface: 'slack', input: { of } })
      return joinedWords(ticket, ticket.duplicateOf?.number ?? of)
    })
    const words = 'refusal' in outcome ? outcome.refusal : outcome.value
    await client.views.update({ view_id: body.view?.id ?? '', view: messageModal('Ticket filed', words) })
  }
