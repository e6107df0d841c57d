import type { RespondFn, webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Log } from '../../../core/log.ts'

/** Opens a form; when its trigger has expired meanwhile, says so to who asked for it, wherever that was. */
export async function openModal(
  client: webApi.WebClient,
  triggerId: string,
  view: ModalView,
  { respond, log }: { respond: RespondFn; log: Log },
) {
  try {
    await client.views.open({ trigger_id: triggerId, view })
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'Slack form not opened')
    await respond({
      response_type: 'ephemeral',
      text: 'The form could not be opened in time. Please try again.',
    })
  }
}
