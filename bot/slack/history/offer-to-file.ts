import type { webApi } from '@slack/bolt'
import type { SlackPlace } from '../../../core/notifications/messengers/slack-messenger.ts'
import { findInThread } from '../outbound/find-sent.ts'
import { keyMetadata } from '../outbound/message-key.ts'
import { fileOffer } from '../views/file-offer.ts'

/**
 * Offers to file a missed message, in a thread below it: its author may not be there, and would never see an ephemeral
 * answer. Once, however often it is called.
 */
export async function offerToFile(client: webApi.WebClient, message: SlackPlace): Promise<void> {
  const { channel, ts } = message
  const key = `file-offer:${channel}:${ts}`
  if (await findInThread(client, message, key)) return
  await client.chat.postMessage({ channel, thread_ts: ts, ...fileOffer(ts), metadata: keyMetadata(key) })
}
