import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  ChannelType,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { toDiscordTime } from './discord-time.ts'
import { failures } from './failures.ts'
import { applyBody, pingsAuthor } from './message-body.ts'
import { memberPayload, permissionsOf, userPayload } from './payloads/member-payloads.ts'
import { messagePayload } from './payloads/message-payload.ts'
import { unarchive } from './thread-events.ts'
import { createForm, isJson, type Json } from './validation/form.ts'
import { hasSomethingToShow, validateMessage } from './validation/validate-message.ts'
import type { Channel, StoredMessage, World } from './world.ts'

/** How long the platform remembers a nonce: "the past few minutes". */
const nonceLifetimeMs = 5 * 60_000

const settableFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

export type Posting = {
  channel: Channel
  authorId: string
  /** default: the next id */
  id?: string | undefined
  body: Json
  /** Person id: the message is ephemeral. */
  onlyFor?: string | undefined
  /** Set for replies to interactions. */
  interaction?: APIMessageInteractionMetadata | undefined
  /** A system message or a deferred reply has no content of its own. */
  type?: MessageType
  /** What a system message or the answer to a button refers to. */
  refersTo?: Pick<APIMessage, 'message_reference' | 'referenced_message' | 'message_snapshots'> | undefined
  /** Stickers, files and the like of a person's message. */
  has?: Partial<APIMessage> | undefined
  mentions?: APIUser[]
  flags?: number
  mayBeEmpty?: boolean
}

export function numberIn(body: Json, key: string): number {
  const value = body[key]
  return typeof value === 'number' ? value : 0
}

/**
 * Posts a message as Discord does: validates it, finds an earlier one by an enforced nonce, wakes an archived thread,
 * and tells the gateway. Throws the failure that the route answers with.
 */
export function postMessage(world: World, posting: Posting): StoredMessage {
  const { channel, authorId, body, onlyFor, interaction } = posting
  if (channel.kind === 'text' && channel.forum && !onlyFor) throw failures.notTextChannel()
  const flags = (numberIn(body, 'flags') & settableFlags) | (posting.flags ?? 0)
  validateMessage(body, flags)
  if (!posting.mayBeEmpty && !hasSomethingToShow(body)) throw failures.emptyMessage()
  refuseBannedText(world, authorId, body)
  const repeated = findByNonce(world, authorId, body)
  if (repeated) return repeated
  refuseWhereLocked(world, channel, authorId)
  const replied = onlyFor ? undefined : findReference(world, channel, body)
  const data: APIMessage = {
    id: posting.id ?? world.nextId(),
    channel_id: channel.id,
    author: userPayload(world, authorId),
    content: '',
    timestamp: toDiscordTime(Date.now()),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: posting.mentions ?? [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: posting.type ?? (replied ? MessageType.Reply : MessageType.Default),
    flags: flags | (onlyFor ? MessageFlags.Ephemeral : 0),
  }
  if (typeof body.nonce === 'string' || typeof body.nonce === 'number') data.nonce = body.nonce
  if (interaction) {
    data.application_id = world.settings.applicationId
    data.webhook_id = world.settings.applicationId
    data.interaction_metadata = interaction
  }
  if (posting.refersTo) Object.assign(data, posting.refersTo)
  if (replied) {
    data.message_reference = referenceTo(world, replied)
    data.referenced_message = messagePayload(world, replied)
  }
  const message: StoredMessage = { data, onlyFor, reactions: new Map(), postedAt: Date.now(), edits: 0 }
  applyBody(world, message, body)
  if (posting.has) Object.assign(data, posting.has)
  if (replied && pingsAuthor(body)) data.mentions.push(userPayload(world, replied.data.author.id))
  if (channel.kind === 'thread' && !onlyFor) {
    unarchive(world, channel)
    // Who writes in a thread or is mentioned in it becomes a member
    for (const id of [authorId, ...data.mentions.map((user) => user.id)]) channel.members.add(id)
    world.kept.channel(channel)
  }
  world.messages.set(data.id, message)
  if (data.nonce !== undefined)
    world.nonces.set(`${authorId}:${data.nonce}`, { messageId: data.id, at: Date.now() })
  announce(world, 'MESSAGE_CREATE', message)
  return message
}

export function referenceTo(world: World, message: StoredMessage) {
  const channel = world.channels.get(message.data.channel_id)
  return {
    type: 0,
    message_id: message.data.id,
    channel_id: message.data.channel_id,
    ...(channel?.kind !== 'dm' && { guild_id: world.settings.guildId }),
  }
}

/** Changes a message's body; fields left out stay. */
export function editMessage(world: World, message: StoredMessage, body: Json, mayBeEmpty = false): void {
  const { data } = message
  const channel = world.channels.get(data.channel_id)
  if (channel?.kind === 'thread' && channel.archived && !message.onlyFor) throw failures.threadArchived()
  const isV2 = ((data.flags ?? 0) | numberIn(body, 'flags')) & MessageFlags.IsComponentsV2
  validateMessage(body, isV2)
  refuseBannedText(world, data.author.id, body)
  const whole = {
    content: data.content,
    embeds: data.embeds,
    components: data.components,
    attachments: data.attachments,
    ...body,
  }
  if (!mayBeEmpty && !hasSomethingToShow(whole)) throw failures.emptyMessage()
  if (body.flags !== undefined && body.flags !== null) {
    const kept = (data.flags ?? 0) & ~MessageFlags.SuppressEmbeds
    data.flags =
      kept | (numberIn(body, 'flags') & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2))
  }
  // What takes the place of "thinking" is the answer itself, not a change of it.
  const wasThinking = ((data.flags ?? 0) & MessageFlags.Loading) !== 0
  data.flags = (data.flags ?? 0) & ~MessageFlags.Loading
  applyBody(world, message, body)
  if (!wasThinking) data.edited_timestamp = toDiscordTime(Date.now())
  message.edits += 1
  announce(world, 'MESSAGE_UPDATE', message)
}

export function deleteMessage(world: World, message: StoredMessage): void {
  const { id, channel_id } = message.data
  world.messages.delete(id)
  world.kept.removeMessage(id)
  if (!message.onlyFor) dispatchFor(world, channel_id, 'MESSAGE_DELETE', { id, channel_id }, 'Messages')
  world.changes.emit('change')
}

/** A bulk deletion, by a moderation bot: one event for 2 to 100 messages, none for each. */
export function deleteInBulk(world: World, channelId: string, ids: string[]): void {
  if (ids.length < 2 || ids.length > 100) throw new Error('A bulk deletion takes 2 to 100 messages')
  for (const id of ids) {
    world.messages.delete(id)
    world.kept.removeMessage(id)
  }
  dispatchFor(world, channelId, 'MESSAGE_DELETE_BULK', { ids, channel_id: channelId }, 'Messages')
  world.changes.emit('change')
}

/** Sends a message event, with the fields that only the gateway adds. An ephemeral message makes no event. */
export function announce(world: World, t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: StoredMessage): void {
  world.kept.message(message)
  world.changes.emit('change')
  if (message.onlyFor) return
  const payload = messagePayload(world, message)
  const channel = world.channels.get(payload.channel_id)
  const extra: Json = { channel_type: channelType(channel) }
  if (channel?.kind !== 'dm') {
    const { user: _user, ...member } = memberPayload(world, payload.author.id)
    extra.member = member
  }
  dispatchFor(world, payload.channel_id, t, { ...payload, ...extra }, 'Messages')
}

/** Dispatches an event of a channel under the intent of its kind, with `guild_id` where there is a guild. */
export function dispatchFor(
  world: World,
  channelId: string,
  t: string,
  d: object,
  about: 'Messages' | 'MessageReactions',
): void {
  const isDirect = world.channels.get(channelId)?.kind === 'dm'
  const needs = isDirect ? GatewayIntentBits[`Direct${about}`] : GatewayIntentBits[`Guild${about}`]
  world.dispatch({ t, d: isDirect ? d : { ...d, guild_id: world.settings.guildId }, needs })
}

/** In a locked thread only moderators write, and nobody once it is archived, until it is unarchived. */
function refuseWhereLocked(world: World, channel: Channel, authorId: string) {
  if (channel.kind !== 'thread' || !channel.locked) return
  if (channel.archived) throw failures.threadArchived()
  const mayManage = BigInt(permissionsOf(world, authorId)) & PermissionFlagsBits.ManageThreads
  if (authorId !== world.bot.id && !mayManage) throw failures.threadLocked()
}

function refuseBannedText(world: World, authorId: string, { content, embeds }: Json) {
  const text = JSON.stringify({ content, embeds })
  if (authorId === world.bot.id && world.policy.bannedInMessages.some((word) => text.includes(word)))
    throw failures.harmfulLink()
}

function channelType(channel: Channel | undefined): ChannelType {
  if (channel?.kind === 'dm') return ChannelType.DM
  return channel?.kind === 'thread' ? channel.type : ChannelType.GuildText
}

function findByNonce(world: World, authorId: string, body: Json): StoredMessage | undefined {
  if (body.enforce_nonce !== true) return undefined
  const known = world.nonces.get(`${authorId}:${String(body.nonce)}`)
  if (!known || Date.now() - known.at > nonceLifetimeMs) return undefined
  return world.messages.get(known.messageId)
}

function findReference(world: World, channel: Channel, body: Json): StoredMessage | undefined {
  if (!isJson(body.message_reference)) return undefined
  const { message_id, fail_if_not_exists } = body.message_reference
  const form = createForm()
  const at = form.at('message_reference')
  const target = world.messages.get(String(message_id))
  if (!target || target.data.channel_id !== channel.id || target.onlyFor) {
    if (fail_if_not_exists === false) return undefined
    at.problem('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')
  } else if (![MessageType.Default, MessageType.Reply, 20, 23].includes(target.data.type)) {
    at.problem('REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message')
  }
  form.throwIfWrong()
  return target
}
