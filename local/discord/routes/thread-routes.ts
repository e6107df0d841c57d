import { MessageType } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { postMessage } from '../messages/post-message.ts'
import { threadMember, threadPayload } from '../payloads/channel-payloads.ts'
import { userPayload } from '../payloads/member-payloads.ts'
import { param, type Request, type Routes } from '../route.ts'
import { checkTags, startPost } from '../threads/forum.ts'
import { addThreadMember, dispatchThread } from '../threads/thread-events.ts'
import {
  assertRoomForThread,
  checkArchiveDuration,
  checkThreadName,
  startThread,
} from '../threads/threads.ts'
import { createForm, type Json } from '../validation/form.ts'
import type { TextChannel, Thread, World } from '../world.ts'
import { channelOf, messageIn } from './message-routes.ts'

const renameLimit = { max: 2, withinMs: 10 * 60_000 }

export const threadRoutes: Routes = {
  'POST /channels/:channel/threads': (request) => {
    const { world, body } = request
    const parent = parentOf(request)
    if (parent.forum) return { status: 201, body: startPost(world, parent, parent.forum, body) }
    const thread = startThread(world, parent, world.bot.id, body)
    return { status: 201, body: threadPayload(world, thread) }
  },
  'POST /channels/:channel/messages/:message/threads': (request) => {
    const { world, body } = request
    const thread = startThread(world, parentOf(request), world.bot.id, body, messageIn(request))
    return { status: 201, body: threadPayload(world, thread) }
  },
  'GET /guilds/:guild/threads/active': (request) => ({
    body: listThreads(request.world, (thread) => !thread.archived),
  }),
  'GET /channels/:channel/threads/archived/public': (request) => {
    const { id } = parentOf(request)
    const found = listThreads(request.world, (thread) => thread.archived && thread.parentId === id)
    return { body: { ...found, has_more: false } }
  },
  'GET /channels/:channel/thread-members': (request) => {
    const thread = threadOf(request)
    return { body: [...thread.members].map((id) => threadMember(thread, id)) }
  },
  'PUT /channels/:channel/thread-members/:user': (request) => {
    const { world } = request
    const user = param(request, 'user') === '@me' ? world.bot.id : param(request, 'user')
    if (user !== world.bot.id && !world.people.has(user)) throw failures.unknownUser()
    const thread = threadOf(request)
    const isNew = !thread.members.has(user)
    addThreadMember(world, thread, user)
    if (isNew && user !== world.bot.id) announceMember(world, thread, user)
    return undefined
  },
}

/** People see in the thread who was added to it. */
function announceMember(world: World, thread: Thread, userId: string) {
  postMessage(world, {
    channel: thread,
    authorId: world.bot.id,
    body: {},
    type: MessageType.RecipientAdd,
    mentions: [userPayload(world, userId)],
    mayBeEmpty: true,
  })
}

function parentOf(request: Request): TextChannel {
  const channel = channelOf(request)
  if (channel.kind !== 'text') throw failures.wrongChannelType()
  return channel
}

function threadOf(request: Request): Thread {
  const channel = channelOf(request)
  if (channel.kind !== 'thread') throw failures.wrongChannelType()
  return channel
}

function listThreads(world: World, wanted: (thread: Thread) => boolean) {
  const threads = [...world.channels.values()]
    .filter((channel) => channel.kind === 'thread')
    .filter((thread) => wanted(thread))
  return {
    threads: threads.map((thread) => threadPayload(world, thread)),
    members: threads
      .filter((thread) => thread.members.has(world.bot.id))
      .map((thread) => threadMember(thread, world.bot.id)),
  }
}

/**
 * Changes a thread. An archived one can only be unarchived; a third new name within ten minutes is a 429, as on the
 * platform, where the limit for names is apart from the route's own.
 */
export function changeThread(world: World, thread: Thread, body: Json): void {
  const form = createForm()
  if ('name' in body) checkThreadName(world, form, body)
  checkArchiveDuration(form, body)
  const forum = forumOf(world, thread)
  const tags = forum && 'applied_tags' in body ? checkTags(form, forum, body) : undefined
  form.throwIfWrong()
  if (tags && forum?.requiresTag && tags.length === 0) throw failures.tagRequired()
  if (thread.archived && body.archived !== false) throw failures.threadArchived()
  if (thread.archived && body.archived === false) assertRoomForThread(world)
  const isRenamed = typeof body.name === 'string' && body.name !== thread.name
  if (isRenamed) rename(thread, String(body.name))
  if (tags) thread.tags = tags
  if (typeof body.locked === 'boolean') thread.locked = body.locked
  if (typeof body.auto_archive_duration === 'number') thread.autoArchiveMinutes = body.auto_archive_duration
  if (typeof body.archived === 'boolean' && body.archived !== thread.archived) {
    thread.archived = body.archived
    thread.archiveChangedAt = toDiscordTime(Date.now())
  }
  world.kept.channel(thread)
  dispatchThread(world, 'THREAD_UPDATE', threadPayload(world, thread))
  if (isRenamed && !thread.archived) {
    const type = MessageType.ChannelNameChange
    postMessage(world, { channel: thread, authorId: world.bot.id, body: { content: thread.name }, type })
  }
}

function forumOf(world: World, { parentId }: Thread) {
  const parent = world.channels.get(parentId)
  return parent?.kind === 'text' ? parent.forum : undefined
}

function rename(thread: Thread, name: string) {
  const now = Date.now()
  thread.renames = thread.renames.filter((at) => now - at < renameLimit.withinMs)
  const [first] = thread.renames
  if (first !== undefined && thread.renames.length >= renameLimit.max)
    throw failures.resourceLimited((first + renameLimit.withinMs - now) / 1000)
  thread.renames.push(now)
  thread.name = name
}
