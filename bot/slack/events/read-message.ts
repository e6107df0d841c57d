import type { GenericMessageEvent, MessageAttachment, MessageEvent } from '@slack/types'
import { z } from 'zod'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import type { SlackContent } from '../text/read-content.ts'

/** A message from a person to the desk. */
export type IncomingMessage = {
  /** `edited`: with its new text; `deleted`: with its last text */
  state: 'new' | 'edited' | 'deleted'
  channel: string
  user: string
  ts: string
  content: SlackContent
  /** its own files, and those of a message that it forwards */
  files: IncomingFile[]
  /** the ts of the message that started the thread, and its author */
  thread: string | undefined
  threadBy: string | undefined
}

/**
 * Reads a person's own message in a direct conversation or in the moderators' channel.
 * @param team id of the workspace
 * @param moderatorsChannel its id, if there is one
 * @returns null for everything else: Slack's own notes, link previews, and messages of bots, including the desk's
 */
export function readMessage(
  event: MessageEvent,
  team: string,
  moderatorsChannel?: string,
): IncomingMessage | null {
  const { channel, channel_type } = event
  if (channel_type !== 'im' && channel !== moderatorsChannel) return null
  if (event.subtype === 'message_deleted')
    return messageOf(event.previous_message, { channel, team, state: 'deleted' })
  if (event.subtype !== 'message_changed') return messageOf(event, { channel, team, state: 'new' })
  return isEdited(event) ? messageOf(event.message, { channel, team, state: 'edited' }) : null
}

/** Slack also reports a change when it only adds a link preview. */
const isEdited = ({ message, previous_message }: Extract<MessageEvent, { subtype: 'message_changed' }>) =>
  'edited' in message && message.edited !== undefined && textOf(message) !== textOf(previous_message)

const textOf = (message: MessageEvent) => ('text' in message ? message.text : undefined)

/** Reads a message as somebody wrote it. @returns null for Slack's own notes and messages of bots */
export function messageOf(
  message: MessageEvent,
  { channel, team, state }: { channel: string; team: string; state: IncomingMessage['state'] },
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
    files: [message, ...forwarded].flatMap((holder) => filesOf(holder, team)),
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

/** The files that a message or a form holds. Slack keeps a trace of deleted files. @param team id of the workspace */
export const filesOf = (holder: object, team: string): IncomingFile[] =>
  'files' in holder && Array.isArray(holder.files)
    ? holder.files.flatMap((file: unknown) => {
        const read = fileSchema.safeParse(file)
        if (!read.success || read.data.mode === 'tombstone') return []
        const { id, name, size } = read.data
        return [{ name, size, from: { slack: { team, file: id } } }]
      })
    : []

const fileSchema = z.object({
  id: z.string(),
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? 'file'),
  size: z.number().default(0),
  mode: z.string().optional(),
})

type PersonsMessage =
  | GenericMessageEvent
  | Extract<MessageEvent, { subtype: 'file_share' | 'thread_broadcast' }>

const isFromPerson = (message: MessageEvent): message is PersonsMessage =>
  message.subtype === undefined || message.subtype === 'file_share' || message.subtype === 'thread_broadcast'
