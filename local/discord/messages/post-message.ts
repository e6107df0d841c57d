import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { permissionsOf, userPayload } from '../payloads/member-payloads.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { unarchive } from '../threads/thread-events.ts'
import { type Json, numberIn } from '../validation/form.ts'
import { hasSomethingToShow, validateMessage } from '../validation/validate-message.ts'
import type { Channel, StoredMessage, Thread, World } from '../world.ts'
import { refuseBannedText } from './banned-text.ts'
import { applyBody, pingsAuthor } from './message-body.ts'
import { announce } from './message-events.ts'
import { findReference, referenceTo } from './message-reference.ts'

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

/**
 * Posts a message as Discord does: validates it, finds an earlier one by an enforced nonce, wakes an archived thread,
 * and tells the gateway. Throws the failure that the route answers with.
 */
export function postMessage(world: World, posting: Posting): StoredMessage {
  const { channel, authorId, body, onlyFor } = posting
  if (channel.kind === 'text' && channel.forum && !onlyFor) throw failures.notTextChannel()
  const flags = (numberIn(body, 'flags') & settableFlags) | (posting.flags ?? 0)
  validateMessage(body, flags)
  if (!posting.mayBeEmpty && !hasSomethingToShow(body)) throw failures.emptyMessage()
  refuseBannedText(world, authorId, body)
  const repeated = findByNonce(world, authorId, body)
  if (repeated) return repeated
  refuseWhereLocked(world, channel, authorId)
  const replied = onlyFor ? undefined : findReference(world, channel, body)
  const data = newMessage(world, posting, flags, replied)
  const message: StoredMessage = { data, onlyFor, reactions: new Map(), postedAt: Date.now(), edits: 0 }
  applyBody(world, message, body)
  if (posting.has) Object.assign(data, posting.has)
  if (replied && pingsAuthor(body)) data.mentions.push(userPayload(world, replied.data.author.id))
  if (channel.kind === 'thread' && !onlyFor) openThreadFor(world, channel, data)
  store(world, message)
  announce(world, 'MESSAGE_CREATE', message)
  return message
}

/** The message without what its body sets. */
function newMessage(world: World, posting: Posting, flags: number, replied?: StoredMessage): APIMessage {
  const { channel, authorId, body, onlyFor, interaction } = posting
  return {
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
    ...(typeof body.nonce === 'string' || typeof body.nonce === 'number' ? { nonce: body.nonce } : {}),
    ...(interaction && answerTo(world, interaction)),
    ...posting.refersTo,
    ...(replied && {
      message_reference: referenceTo(world, replied),
      referenced_message: messagePayload(world, replied),
    }),
  }
}

const answerTo = (world: World, interaction: APIMessageInteractionMetadata) => ({
  application_id: world.settings.applicationId,
  webhook_id: world.settings.applicationId,
  interaction_metadata: interaction,
})

/** Authors and mentioned people become members of the thread. */
function openThreadFor(world: World, thread: Thread, { author, mentions }: APIMessage) {
  unarchive(world, thread)
  for (const { id } of [author, ...mentions]) thread.members.add(id)
  world.kept.channel(thread)
}

function store(world: World, message: StoredMessage) {
  const { id, author, nonce } = message.data
  world.messages.set(id, message)
  if (nonce !== undefined) world.nonces.set(`${author.id}:${nonce}`, { messageId: id, at: Date.now() })
}

/** In a locked thread only moderators write, and nobody once it is archived, until it is unarchived. */
function refuseWhereLocked(world: World, channel: Channel, authorId: string) {
  if (channel.kind !== 'thread' || !channel.locked) return
  if (channel.archived) throw failures.threadArchived()
  const mayManage = BigInt(permissionsOf(world, authorId)) & PermissionFlagsBits.ManageThreads
  if (authorId !== world.bot.id && !mayManage) throw failures.threadLocked()
}

function findByNonce(world: World, authorId: string, body: Json): StoredMessage | undefined {
  if (body.enforce_nonce !== true) return undefined
  const known = world.nonces.get(`${authorId}:${String(body.nonce)}`)
  if (!known || Date.now() - known.at > nonceLifetimeMs) return undefined
  return world.messages.get(known.messageId)
}
