import type { RespondFn, webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Log } from '../../../core/log.ts'

/**
 * Opens a form. If that fails, usually because its trigger has expired, the person gets a message that only they see.
 * @param options.over whether it was asked for in another form, which it then covers
 * @param options.respond absent where there is no conversation, such as in the home tab
 */
export async function openModal(
  client: webApi.WebClient,
  triggerId: string,
  view: ModalView,
  { respond, log, over = false }: { respond?: RespondFn | undefined; log: Log; over?: boolean },
) {
  try {
    await client.views[over ? 'push' : 'open']({ trigger_id: triggerId, view })
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'A form could not be opened on Slack',
    )
    await respond?.({
      response_type: 'ephemeral',
      text: 'The form could not be opened in time. Try again.',
    })
  }
}

/** Whether a button was pressed in a form. Slack opens the next form only above it. */
export const isInModal = ({ view }: { view?: { type: string } | undefined }) => view?.type === 'modal'
