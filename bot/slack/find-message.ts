import type { webApi } from '@slack/bolt'
import type { GenericMessageEvent } from '@slack/types'
import { refusalCodeOf } from './outbound/provider-error.ts'

/**
 * Reads one message. `conversations.history` lists the messages of the conversation itself, `conversations.replies` those
 * of threads: https://docs.slack.dev/messaging/retrieving-messages#individual_messages
 * @returns null for one that was deleted
 * @throws WebAPIPlatformError where the app may not read
 */
export async function findMessage(
  client: webApi.WebClient,
  channel: string,
  ts: string,
): Promise<GenericMessageEvent | null> {
  const around = { channel, oldest: ts, latest: ts, inclusive: true, limit: 1 }
  const inConversation = await client.conversations.history(around)
  const found = withTs(inConversation.messages, ts)
  if (found) return found
  const inThread = await client.conversations.replies({ ...around, ts }).catch(nothingIfGone)
  return withTs(inThread?.messages, ts)
}

/** The client's types of what it reads and of what it receives differ. */
const withTs = (messages: { ts?: string }[] | undefined, ts: string) =>
  (messages?.find((message) => message.ts === ts) as GenericMessageEvent | undefined) ?? null

function nothingIfGone(error: unknown) {
  if (refusalCodeOf(error) !== 'thread_not_found') throw error
  return null
}
