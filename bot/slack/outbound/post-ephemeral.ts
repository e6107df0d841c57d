import type { webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import type { MessageContent } from '../views/blocks.ts'
import { sentenceMessage } from '../views/sentence.ts'

/** Posts a message that only one person sees. A failure is only logged, because the caller's work is done. */
export async function postEphemeral(
  client: webApi.WebClient,
  to: { channel: string; user: string; thread?: string | undefined },
  content: Sentence | MessageContent,
  log: Log,
) {
  try {
    await client.chat.postEphemeral({
      channel: to.channel,
      user: to.user,
      ...(to.thread ? { thread_ts: to.thread } : {}),
      ...('parts' in content ? sentenceMessage(content) : content),
    })
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'A Slack message for one person was not delivered',
    )
  }
}
