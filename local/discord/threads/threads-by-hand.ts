import { MessageFlags } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { announce } from '../messages/message-events.ts'
import { threadPayload } from '../payloads/channel-payloads.ts'
import type { Thread, World } from '../world.ts'
import { dispatchThread } from './thread-events.ts'

/** What a moderator changes in the client. */
export function changeByHand(
  world: World,
  thread: Thread,
  change: { name?: string; archived?: boolean; locked?: boolean },
): void {
  Object.assign(thread, change)
  if (change.archived !== undefined) thread.archiveChangedAt = toDiscordTime(Date.now())
  world.kept.channel(thread)
  dispatchThread(world, 'THREAD_UPDATE', threadPayload(world, thread))
}

/** Deletes a thread with its messages. The message that it started from stays. */
export function deleteThread(world: World, thread: Thread): void {
  world.channels.delete(thread.id)
  world.kept.removeChannel(thread.id)
  for (const [id, { data }] of world.messages) {
    if (data.channel_id !== thread.id) continue
    world.messages.delete(id)
    world.kept.removeMessage(id)
  }
  const { id, parentId, type } = thread
  dispatchThread(world, 'THREAD_DELETE', {
    id,
    parent_id: parentId,
    type,
    guild_id: world.settings.guildId,
  })
  const starter = world.messages.get(id)
  if (!starter) return
  starter.data.flags = (starter.data.flags ?? 0) & ~MessageFlags.HasThread
  announce(world, 'MESSAGE_UPDATE', starter)
}
