import { ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { announce } from '../messages/message-events.ts'
import { referenceTo } from '../messages/message-reference.ts'
import { postMessage } from '../messages/post-message.ts'
import { threadPayload } from '../payloads/channel-payloads.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { createForm, type Json } from '../validation/form.ts'
import type { StoredMessage, TextChannel, Thread, World } from '../world.ts'
import { dispatchThread } from './thread-events.ts'

const archiveMinutes = [60, 1440, 4320, 10_080]

/**
 * Starts a thread under a channel; from a message, its id is the message's id and a second call is `160004`.
 * Tells the gateway THREAD_CREATE, and puts the system message that people see.
 */
export function startThread(
  world: World,
  parent: TextChannel,
  ownerId: string,
  body: Json,
  from?: StoredMessage,
): Thread {
  if (parent.forum) throw failures.wrongChannelType()
  validateThread(world, body)
  assertRoomForThread(world)
  if (from && world.channels.has(from.data.id)) throw failures.threadExists()
  const now = toDiscordTime(Date.now())
  const isPrivate = !from && (body.type ?? ChannelType.PrivateThread) === ChannelType.PrivateThread
  if (isPrivate && world.policy.refusesPrivateThreads) throw failures.missingPermissions()
  const thread: Thread = {
    kind: 'thread',
    id: from?.data.id ?? world.nextId(),
    parentId: parent.id,
    name: String(body.name),
    type: isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread,
    ownerId,
    archived: false,
    locked: false,
    autoArchiveMinutes: typeof body.auto_archive_duration === 'number' ? body.auto_archive_duration : 4320,
    createdAt: now,
    archiveChangedAt: now,
    members: new Set([ownerId]),
    renames: [],
  }
  world.channels.set(thread.id, thread)
  world.kept.channel(thread)
  dispatchThread(world, 'THREAD_CREATE', { ...threadPayload(world, thread), newly_created: true })
  if (from) {
    from.data.flags = (from.data.flags ?? 0) | MessageFlags.HasThread
    announce(world, 'MESSAGE_UPDATE', from)
    postStarter(world, thread, from)
  } else if (!isPrivate) {
    postMessage(world, {
      channel: parent,
      authorId: ownerId,
      body: { content: thread.name },
      type: MessageType.ThreadCreated,
      refersTo: { message_reference: { type: 0, channel_id: thread.id, guild_id: world.settings.guildId } },
    })
  }
  world.changes.emit('change')
  return thread
}

/** The first entry of a thread that grew out of a message is a system message that refers to it. */
function postStarter(world: World, thread: Thread, from: StoredMessage) {
  postMessage(world, {
    channel: thread,
    authorId: from.data.author.id,
    body: {},
    type: MessageType.ThreadStarterMessage,
    mayBeEmpty: true,
    refersTo: {
      message_reference: referenceTo(world, from),
      referenced_message: messagePayload(world, from),
    },
  })
}

function validateThread(world: World, body: Json) {
  const form = createForm()
  checkThreadName(world, form, body)
  checkArchiveDuration(form, body)
  if (body.type !== undefined && body.type !== null && ![10, 11, 12].includes(Number(body.type)))
    form.at('type').problem('BASE_TYPE_CHOICES', 'Value must be one of (10, 11, 12).')
  form.throwIfWrong()
}

/** Servers in Discord's directory may not use some words in names. */
export function checkThreadName(world: World, form: ReturnType<typeof createForm>, body: Json): void {
  const name = form.text(body, 'name', { min: 1, max: 100, required: true })
  if (world.policy.bannedInNames.some((word) => name?.toLowerCase().includes(word.toLowerCase())))
    form
      .at('name')
      .problem(
        'INVALID_COMMUNITY_PROPERTY_NAME',
        'Contains words not allowed for servers in Server Discovery.',
      )
}

/** A server has a limited number of threads that are not archived. */
export function assertRoomForThread(world: World): void {
  const active = [...world.channels.values()].filter((one) => one.kind === 'thread' && !one.archived)
  if (active.length >= world.policy.maxActiveThreads) throw failures.tooManyThreads()
}

export function checkArchiveDuration(form: ReturnType<typeof createForm>, body: Json): void {
  const minutes = body.auto_archive_duration
  if (minutes !== undefined && minutes !== null && !archiveMinutes.includes(Number(minutes)))
    form.at('auto_archive_duration').problem('BASE_TYPE_CHOICES', `Value must be one of (${archiveMinutes}).`)
}
