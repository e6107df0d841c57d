import type { webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import { escaped } from '../views/markup.ts'

/** Tells one person something that only they see. Best effort: a hint that gets lost must not fail the work. */
export async function postEphemeral(
  client: webApi.WebClient,
  to: { channel: string; user: string; thread?: string | undefined },
  words: string,
  log: Log,
) {
  try {
    await client.chat.postEphemeral({
      channel: to.channel,
      user: to.user,
      ...(to.thread ? { thread_ts: to.thread } : {}),
      text: escaped(words),
    })
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'Slack hint not delivered')
  }
}
