import type { AnyBlock, MessageAttachment, MessageMetadata } from '@slack/types'
import type {
  ChatDeleteResponse,
  ChatGetPermalinkResponse,
  ChatPostEphemeralResponse,
  ChatPostMessageResponse,
  ChatUpdateResponse,
} from '@slack/web-api'
import type { Workspace } from '../create-workspace.ts'
import { failure } from '../failure.ts'
import { problemsOfBlocks } from '../schemas/block-schemas.ts'
import { isFields } from '../schemas/schema.ts'
import type { Channel, Message } from '../workspace.ts'
import { type Arguments, optionalText, requiredText, structure } from './arguments.ts'
import { channelOf, type Method, ownChannel, type SlackContext } from './method.ts'

const maxTextLength = 40_000
const maxMarkdownLength = 12_000
const maxMetadataLength = 16_384

/** A message's content out of a call's arguments, checked as Slack checks it. */
export function contentOf(
  workspace: Workspace,
  args: Arguments,
): { text: string; blocks?: AnyBlock[]; attachments?: MessageAttachment[] } {
  const text = optionalText(args, 'text') ?? ''
  if (text.length > maxTextLength) throw failure('msg_too_long')
  const markdown = optionalText(args, 'markdown_text')
  const blocks = structure(args, 'blocks', 'invalid_blocks_format')
  const attachments = structure(args, 'attachments', 'invalid_attachments_format')
  if (markdown !== undefined && (text || blocks !== undefined)) throw failure('markdown_text_conflict')
  if (markdown !== undefined && markdown.length > maxMarkdownLength) throw failure('msg_too_long')
  if (blocks !== undefined && !Array.isArray(blocks)) throw failure('invalid_blocks_format')
  const messages = blocks ? problemsOfBlocks(blocks, 'message') : []
  if (messages.length > 0) throw failure('invalid_blocks', { messages })
  if (attachments !== undefined && !Array.isArray(attachments)) throw failure('invalid_attachments_format')
  return {
    text: text || (markdown ?? ''),
    ...(blocks && {
      blocks: blocks.map((block) => ({ ...block, block_id: block.block_id ?? workspace.nextId('b') })),
    }),
    ...(attachments && { attachments }),
  }
}

function metadataOf(args: Arguments): MessageMetadata | undefined {
  const given = structure(args, 'metadata', 'invalid_metadata_format')
  if (given === undefined) return undefined
  if (!isFields(given)) throw failure('invalid_metadata_format')
  if (typeof given.event_type !== 'string' || !given.event_type || !isFields(given.event_payload))
    throw failure('invalid_metadata_schema')
  if (JSON.stringify(given).length > maxMetadataLength) throw failure('metadata_too_large')
  return given as unknown as MessageMetadata
}

function threadOf(channel: Channel, args: Arguments): string | undefined {
  const thread = optionalText(args, 'thread_ts')
  if (thread === undefined) return undefined
  const root = channel.messages.find((message) => message.ts === thread)
  if (!root) throw failure('thread_not_found')
  if (root.thread_ts && root.thread_ts !== root.ts) throw failure('cannot_reply_to_message')
  return thread
}

const isEmpty = (content: { text: string; blocks?: unknown[]; attachments?: unknown[] }) =>
  !content.text && !content.blocks?.length && !content.attachments?.length

export function chatMethods({ workspace, appEvents, ephemeral }: SlackContext): Record<string, Method> {
  const { app } = workspace
  const fromBot = { user: app.botUserId, bot_id: app.botId, app_id: app.id }

  function ownMessage(args: Arguments, error: string): { channel: Channel; before: Message } {
    const channel = channelOf(workspace, requiredText(args, 'channel', 'channel_not_found'))
    const before = workspace.find(channel.id, requiredText(args, 'ts', 'message_not_found'))
    if (!before) throw failure('message_not_found')
    if (before.user !== app.botUserId) throw failure(error)
    return { channel, before }
  }

  function postMessage(args: Arguments) {
    const id = requiredText(args, 'channel', 'channel_not_found')
    const channel = ownChannel(workspace, id, { userId: true })
    const content = contentOf(workspace, args)
    if (isEmpty(content)) throw failure('no_text')
    const thread_ts = threadOf(channel, args)
    const metadata = metadataOf(args)
    const message = workspace.post(channel, {
      ...fromBot,
      ...content,
      ...(thread_ts && { thread_ts }),
      ...(metadata && { metadata }),
    })
    appEvents.posted(channel, message)
    return { channel: channel.id, ts: message.ts, message } satisfies Omit<
      ChatPostMessageResponse,
      'ok' | 'message'
    > & {
      message: Message
    }
  }

  /** Without `blocks`, a new text takes the blocks away; without both nothing of them changes. */
  function update(args: Arguments) {
    const { channel, before } = ownMessage(args, 'cant_update_message')
    const content = contentOf(workspace, args)
    const metadata = metadataOf(args) ?? before.metadata
    if (isEmpty(content) && args.metadata === undefined) throw failure('no_text')
    const { blocks: _, ...bare } = before
    const keepsBlocks = args.text === undefined && content.blocks === undefined && before.blocks
    const message: Message = {
      ...bare,
      ...content,
      text: args.text === undefined ? before.text : content.text,
      ...(keepsBlocks && { blocks: before.blocks }),
      ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
      edited: { user: app.botUserId, ts: workspace.nextTs() },
    }
    workspace.edit(channel, before, message)
    appEvents.changed(channel, message, before)
    return { channel: channel.id, ts: message.ts, text: message.text, message } satisfies Omit<
      ChatUpdateResponse,
      'ok' | 'message'
    > & { message: Message }
  }

  function postEphemeral(args: Arguments) {
    const channel = ownChannel(workspace, requiredText(args, 'channel', 'channel_not_found'))
    const userId = requiredText(args, 'user', 'user_not_found')
    if (!workspace.people.has(userId)) throw failure('user_not_found')
    if (!channel.members.has(userId)) throw failure('user_not_in_channel')
    const content = contentOf(workspace, args)
    if (isEmpty(content)) throw failure('no_text')
    const thread_ts = threadOf(channel, args)
    const ts = workspace.nextTs()
    const message: Message = { type: 'message', ts, team: workspace.team.id, ...fromBot, ...content }
    ephemeral.post(userId, { ...message, ...(thread_ts && { thread_ts }), channel: channel.id })
    return { message_ts: ts } satisfies Omit<ChatPostEphemeralResponse, 'ok'>
  }

  function remove(args: Arguments) {
    const { channel, before } = ownMessage(args, 'cant_delete_message')
    workspace.remove(channel, before)
    appEvents.deleted(channel, before)
    return { channel: channel.id, ts: before.ts } satisfies Omit<ChatDeleteResponse, 'ok'>
  }

  function getPermalink(args: Arguments) {
    const channel = channelOf(workspace, requiredText(args, 'channel', 'channel_not_found'))
    const message = workspace.find(channel.id, requiredText(args, 'message_ts', 'message_not_found'))
    if (!message) throw failure('message_not_found')
    const inThread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : ''
    const path = `archives/${channel.id}/p${message.ts.replace('.', '')}${inThread}`
    return {
      channel: channel.id,
      permalink: `https://${workspace.team.domain}.slack.com/${path}`,
    } satisfies Omit<ChatGetPermalinkResponse, 'ok'>
  }

  const write = ['chat:write']
  return {
    'chat.postMessage': { scopes: write, run: postMessage },
    'chat.update': { scopes: write, run: update },
    'chat.postEphemeral': { scopes: write, run: postEphemeral },
    'chat.delete': { scopes: write, run: remove },
    'chat.getPermalink': { scopes: [], run: getPermalink },
  }
}
