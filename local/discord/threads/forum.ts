import { ChannelType } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { postMessage } from '../messages/post-message.ts'
import { threadPayload } from '../payloads/channel-payloads.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { createForm, type Form, isJson, type Json } from '../validation/form.ts'
import type { Forum, TextChannel, Thread, World } from '../world.ts'
import { dispatchThread } from './thread-events.ts'
import { assertRoomForThread, checkArchiveDuration, checkThreadName } from './threads.ts'

/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const maxTags = { ofForum: 20, ofPost: 5 }

/** Starts a post of the bot: a thread whose first message has the thread's id. Needs a message, and a tag where one is required. */
export function startPost(world: World, parent: TextChannel, forum: Forum, body: Json): object {
  const form = createForm()
  checkThreadName(world, form, body)
  checkArchiveDuration(form, body)
  const tags = checkTags(form, forum, body)
  if (!isJson(body.message)) form.at('message').problem('BASE_TYPE_REQUIRED', 'This field is required')
  form.throwIfWrong()
  if (forum.requiresTag && tags.length === 0) throw failures.tagRequired()
  assertRoomForThread(world)
  const now = toDiscordTime(Date.now())
  const thread: Thread = {
    ...{ kind: 'thread', id: world.nextId(), parentId: parent.id, name: String(body.name) },
    ...{ type: ChannelType.PublicThread, ownerId: world.bot.id, archived: false, locked: false },
    autoArchiveMinutes: typeof body.auto_archive_duration === 'number' ? body.auto_archive_duration : 4320,
    ...{ createdAt: now, archiveChangedAt: now, members: new Set([world.bot.id]), renames: [], tags },
  }
  world.channels.set(thread.id, thread)
  try {
    dispatchThread(world, 'THREAD_CREATE', { ...threadPayload(world, thread), newly_created: true })
    const message = body.message as Json
    const posted = postMessage(world, {
      channel: thread,
      authorId: world.bot.id,
      id: thread.id,
      body: message,
    })
    world.kept.channel(thread)
    return { ...threadPayload(world, thread), message: messagePayload(world, posted) }
  } catch (error) {
    world.channels.delete(thread.id)
    throw error
  }
}

/** The tags in a body: at most five of the forum's own. */
export function checkTags(form: Form, { tags: known }: Forum, body: Json): string[] {
  const ids = form.list(body, 'applied_tags', { max: maxTags.ofPost }).map(String)
  for (const id of ids)
    if (!known.some((tag) => tag.id === id))
      form.at('applied_tags').problem('INVALID_TAG', `Unknown tag ${id}`)
  return ids
}

/** Changes the tags of a forum. A tag without an id is new; one that is left out is gone, also from its posts. */
export function changeChannel(world: World, channel: TextChannel, body: Json): void {
  if (world.policy.refusesChannelChanges) throw failures.missingPermissions()
  if (!channel.forum) throw failures.wrongChannelType()
  const form = createForm()
  const tags = form.list(body, 'available_tags', { max: maxTags.ofForum }).flatMap((tag, index) => {
    const at = form.at('available_tags', index)
    const part = at.record(tag)
    const name = part && at.text(part, 'name', { min: 1, max: 20, required: true })
    if (!part || name === undefined) return []
    const id = typeof part.id === 'string' ? part.id : world.nextId()
    return [{ id, name, moderated: part.moderated === true, emoji_id: null, emoji_name: null }]
  })
  form.throwIfWrong()
  channel.forum.tags = tags
  for (const thread of world.channels.values())
    if (thread.kind === 'thread' && thread.parentId === channel.id)
      thread.tags = thread.tags?.filter((id) => tags.some((tag) => tag.id === id)) ?? []
  world.kept.channel(channel)
  world.changes.emit('change')
}

/** The names of a post's tags; none for another thread. */
export function tagNamesOf(world: World, { parentId, tags = [] }: Thread): string[] {
  const parent = world.channels.get(parentId)
  const known = parent?.kind === 'text' ? (parent.forum?.tags ?? []) : []
  return tags.map((id) => known.find((tag) => tag.id === id)?.name ?? id)
}
