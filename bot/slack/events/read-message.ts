import type { MessageEvent } from '@slack/types'

/** What a person wrote in a conversation with the desk, in Slack's own markup. */
export type Said = {
  channel: string
  user: string
  ts: string
  mrkdwn: string
  hasFiles: boolean
  /** the ts of the message that began the thread, and who wrote that */
  thread: string | undefined
  threadBy: string | undefined
}

/**
 * Null for all that isn't a person's new message in a direct conversation: edits and deletions, Slack's own notes,
 * and what bots post. The desk's own posts and edits come back as events too.
 */
export function readMessage(event: MessageEvent): Said | null {
  if (event.channel_type !== 'im') return null
  if (event.subtype !== undefined && event.subtype !== 'file_share' && event.subtype !== 'thread_broadcast')
    return null
  if (!event.user || ('bot_id' in event && event.bot_id)) return null
  const { channel, user, ts, thread_ts: thread } = event
  return {
    channel,
    user,
    ts,
    mrkdwn: event.text ?? '',
    hasFiles: 'files' in event && (event.files?.length ?? 0) > 0,
    thread: thread === ts ? undefined : thread,
    threadBy: 'parent_user_id' in event ? event.parent_user_id : undefined,
  }
}
