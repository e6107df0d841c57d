import type { SlackDependencies } from '../dependencies.ts'
import type { ButtonHandler, FormHandler } from '../handlers.ts'
import { readPlace } from '../lists/list-place.ts'
import { openModal } from '../modals/open-modal.ts'
import { handleOf } from '../resolve-actor.ts'
import { searchField, searchForm } from '../views/forms/search-form.ts'
import { publishHome } from './publish-home.ts'

/** Opens the form of a search, with the words of the last one. */
export const onSearchAsked =
  ({ log }: SlackDependencies): ButtonHandler =>
  async ({ ack, body, client }) => {
    await ack()
    await openModal(client, body.trigger_id, searchForm(readPlace(body.view?.private_metadata).q), { log })
  }

/** Shows what was found in the home tab. */
export const onSearchSubmitted =
  (deps: SlackDependencies): FormHandler =>
  async ({ ack, body, view, client }) => {
    const q = (view.state.values[searchField]?.[searchField]?.value ?? '').trim()
    if (!q) return ack({ response_action: 'errors', errors: { [searchField]: 'Type at least one word.' } })
    await ack()
    await publishHome(deps, client, handleOf(body), { list: 'found', q })
  }
