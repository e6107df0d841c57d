import type { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Log } from '../../../core/log.ts'
import { whisper } from '../whisper.ts'

/** Opens a form; when its trigger has expired meanwhile, says so where it was asked for. */
export async function openModal(
  client: webApi.WebClient,
  triggerId: string,
  view: ModalView,
  where: { channel: string; user: string },
  log: Log,
) {
  try {
    await client.views.open({ trigger_id: triggerId, view })
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'Slack form not opened')
    await whisper(client, where, 'Slack was too slow to open the form. Please try again.', log)
  }
}
