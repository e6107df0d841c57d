import type { GenericMessageEvent, MessageAttachment, MessageEvent } from '@slack/types'
import type { SlackContent } from '../text/read-content.ts'

/** A message from a person to the desk. */
export type IncomingMessage = {
  /** `edited`: with its new text; `deleted`: with its last text */
  state: 'new' | 'edited' | 'deleted'
  channel: string
  user: string
  ts: string
  content: SlackContent
  hasFiles: boolean
  /** the ts of the message that started the thread, and its author */
  thread: string | undefined
  threadBy: string | undefined
}

/**
 * Reads a person's own message in a direct conversation.
 * @returns null for everything else: Slack's own notes, link previews, and messages of bots, including the desk's
 */
export function readMessage(event: MessageEvent): IncomingMessage | null {
  const { channel, channel_type } = event
  if (channel_type !== 'im') return null
  if (event.subtype === 'message_deleted') return messageOf(event.previous_message, channel, 'deleted')
  if (event.subtype !== 'message_changed') return messageOf(event, channel, 'new')
  return isEdited(event) ? messageOf(event.message, channel, 'edited') : null
}

/** Slack also reports a change when it only adds a link preview. */
const isEdited = ({ message, previous_message }: Extract<MessageEvent, { subtype: 'message_changed' }>) =>
  'edited' in message && message.edited !== undefined && textOf(message) !== textOf(previous_message)

const textOf = (message: MessageEvent) => ('text' in message ? message.text : undefined)

function messageOf(
  message: MessageEvent,
  channel: string,
  state: IncomingMessage['state'],
): IncomingMessage | null {
  if (!isFromPerson(message) || ('bot_id' in message && message.bot_id)) return null
  const { user, ts, thread_ts: thread } = message
  if (!user) return null
  const forwarded = forwardedIn(message)
  return {
    state,
    channel,
    user,
    ts,
    content: { text: message.text, blocks: message.blocks, attachments: message.attachments },
    hasFiles: [message, ...forwarded].some(hasFiles),
    thread: thread === ts ? undefined : thread,
    threadBy: 'parent_user_id' in message ? message.parent_user_id : undefined,
  }
}

/** A message that the person shared with “Forward message”. Other attachments are previews of links. */
type Forwarded = MessageAttachment & { is_share?: boolean; files?: unknown[] }

const forwardedIn = (message: PersonsMessage): Forwarded[] =>
  'attachments' in message
    ? (message.attachments ?? []).filter((one: Forwarded) => one.is_share === true)
    : []

const hasFiles = (holder: object) =>
  'files' in holder && Array.isArray(holder.files) && holder.files.length > 0

type PersonsMessage =
  | GenericMessageEvent
  | Extract<MessageEvent, { subtype: 'file_share' | 'thread_broadcast' }>

const isFromPerson = (message: MessageEvent): message is PersonsMessage =>
  message.subtype === undefined || message.subtype === 'file_share' || message.subtype === 'thread_broadcast'
