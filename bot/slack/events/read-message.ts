import type { GenericMessageEvent, MessageEvent } from '@slack/types'

/** What a person wrote in a conversation with the desk, in Slack's own markup. */
export type Said = {
  /** `changed`: its words are others now; `gone`: they took it back, and it was these words */
  state: 'new' | 'changed' | 'gone'
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
 * Null for all that isn't a person's own words in a direct conversation: Slack's notes, link previews, and what bots
 * post. The desk's own posts and edits come back as events too.
 */
export function readMessage(event: MessageEvent): Said | null {
  const { channel, channel_type } = event
  if (channel_type !== 'im') return null
  if (event.subtype === 'message_deleted') return saidBy(event.previous_message, channel, 'gone')
  if (event.subtype !== 'message_changed') return saidBy(event, channel, 'new')
  return isReworded(event) ? saidBy(event.message, channel, 'changed') : null
}

/** Not only shown in another way, as when Slack adds a preview of a link. */
const isReworded = ({ message, previous_message }: Extract<MessageEvent, { subtype: 'message_changed' }>) =>
  'edited' in message && message.edited !== undefined && textOf(message) !== textOf(previous_message)

const textOf = (message: MessageEvent) => ('text' in message ? message.text : undefined)

function saidBy(message: MessageEvent, channel: string, state: Said['state']): Said | null {
  if (!isOwnWords(message) || ('bot_id' in message && message.bot_id)) return null
  const { user, ts, thread_ts: thread } = message
  if (!user) return null
  return {
    state,
    channel,
    user,
    ts,
    mrkdwn: message.text ?? '',
    hasFiles: 'files' in message && (message.files?.length ?? 0) > 0,
    thread: thread === ts ? undefined : thread,
    threadBy: 'parent_user_id' in message ? message.parent_user_id : undefined,
  }
}

type OwnWords = GenericMessageEvent | Extract<MessageEvent, { subtype: 'file_share' | 'thread_broadcast' }>

const isOwnWords = (message: MessageEvent): message is OwnWords =>
  message.subtype === undefined || message.subtype === 'file_share' || message.subtype === 'thread_broadcast'
