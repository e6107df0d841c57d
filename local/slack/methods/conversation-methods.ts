import type {
  ConversationsHistoryResponse,
  ConversationsInfoResponse,
  ConversationsMembersResponse,
  ConversationsOpenResponse,
  ConversationsRepliesResponse,
} from '@slack/web-api'
import type { Workspace } from '../create-workspace.ts'
import { failure } from '../failure.ts'
import type { Channel, Message } from '../workspace.ts'
import { type Arguments, count, flag, optionalText, requiredText } from './arguments.ts'
import { channelOf, type Method, ownChannel, type SlackContext } from './method.ts'

/** A message as the conversations methods return it: a thread's root counts its replies. */
function asListed(workspace: Workspace, channel: Channel, message: Message, args: Arguments): Message {
  const { metadata, ...rest } = message
  const replies = workspace.replies(channel, message.ts)
  const last = replies.at(-1)
  return {
    ...rest,
    ...(metadata && flag(args, 'include_all_metadata') && { metadata }),
    ...(last && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map((reply) => reply.user))],
      latest_reply: last.ts,
    }),
  }
}

/** The messages between `oldest` and `latest`, both left out unless `inclusive`. */
function within(messages: Message[], args: Arguments): Message[] {
  const oldest = optionalText(args, 'oldest') ?? '0'
  const latest = optionalText(args, 'latest') ?? '9999999999.999999'
  const inclusive = flag(args, 'inclusive')
  return messages.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest)),
  )
}

function page(messages: Message[], args: Arguments, usual: number) {
  const limit = count(args, 'limit', usual, 999)
  const cursor = optionalText(args, 'cursor')
  const from = cursor ? Number(Buffer.from(cursor, 'base64').toString().replace('offset:', '')) : 0
  if (!Number.isInteger(from)) throw failure('invalid_cursor')
  const next = from + limit
  const more = messages.length > next
  return {
    messages: messages.slice(from, next),
    has_more: more,
    ...(more && {
      response_metadata: { next_cursor: Buffer.from(`offset:${next}`).toString('base64') },
    }),
  }
}

function historyScopeOf({ isIm, isPrivate }: Channel) {
  if (isIm) return 'im:history'
  return isPrivate ? 'groups:history' : 'channels:history'
}

export function conversationMethods(
  { workspace }: SlackContext,
  hasScope: (scope: string) => boolean,
): Record<string, Method> {
  /** Each kind of conversation has its own scope. */
  function readable(args: Arguments): Channel {
    const channel = ownChannel(workspace, requiredText(args, 'channel', 'channel_not_found'))
    const needed = historyScopeOf(channel)
    if (!hasScope(needed)) throw failure('missing_scope', { needed })
    return channel
  }

  function history(args: Arguments) {
    const channel = readable(args)
    const roots = channel.messages.filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts)
    const listed = within(roots, args)
      .reverse()
      .map((message) => asListed(workspace, channel, message, args))
    return { ...page(listed, args, 100), pin_count: 0 } satisfies Omit<
      ConversationsHistoryResponse,
      'ok' | 'messages'
    >
  }

  function replies(args: Arguments) {
    const channel = readable(args)
    const root = workspace.find(channel.id, requiredText(args, 'ts', 'thread_not_found'))
    if (!root) throw failure('thread_not_found')
    const thread = within(workspace.replies(channel, root.ts), args)
    const listed = [root, ...thread].map((message) => asListed(workspace, channel, message, args))
    return page(listed, args, 1000) satisfies Omit<ConversationsRepliesResponse, 'ok' | 'messages'>
  }

  function open(args: Arguments) {
    const channelId = optionalText(args, 'channel')
    const users = optionalText(args, 'users')?.split(',') ?? []
    if (channelId) return { channel: { id: ownChannel(workspace, channelId).id } }
    if (users.length === 0) throw failure('users_list_not_supplied')
    if (users.length > 1) throw failure('method_not_supported_for_channel_type')
    const person = workspace.people.get(users[0] ?? '')
    if (!person) throw failure('user_not_found')
    if (person.id === workspace.app.botUserId) throw failure('cannot_dm_bot')
    const isNew = !workspace.channels.has(`D${person.id}`)
    const channel = workspace.dm(person.id)
    return {
      ...(!isNew && { no_op: true, already_open: true }),
      channel: { id: channel.id },
    } satisfies Omit<ConversationsOpenResponse, 'ok'>
  }

  /** Public channels are visible to an app that is not in them. */
  function info(args: Arguments) {
    const channel = channelOf(workspace, requiredText(args, 'channel', 'channel_not_found'))
    if (channel.isPrivate && !channel.members.has(workspace.app.botUserId)) throw failure('channel_not_found')
    return {
      channel: {
        id: channel.id,
        is_im: channel.isIm,
        is_channel: !channel.isIm,
        is_private: channel.isIm || channel.isPrivate === true,
        is_archived: false,
        is_ext_shared: channel.isShared === true,
        ...(!channel.isIm && { name: channel.name, is_member: channel.members.has(workspace.app.botUserId) }),
      },
    } satisfies Omit<ConversationsInfoResponse, 'ok'>
  }

  function members(args: Arguments) {
    const channel = ownChannel(workspace, requiredText(args, 'channel', 'channel_not_found'))
    return { members: [...channel.members] } satisfies Omit<ConversationsMembersResponse, 'ok'>
  }

  const read = ['channels:read', 'im:read']
  const past = ['channels:history', 'groups:history', 'im:history']
  return {
    'conversations.history': { scopes: past, run: history },
    'conversations.replies': { scopes: past, run: replies },
    'conversations.open': { scopes: ['im:write'], run: open },
    'conversations.info': { scopes: read, run: info },
    'conversations.members': { scopes: read, run: members },
  }
}
