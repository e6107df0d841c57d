import { GatewayIntentBits } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { threadMember, threadPayload } from '../payloads/channel-payloads.ts'
import { memberPayload } from '../payloads/member-payloads.ts'
import type { Thread, World } from '../world.ts'

/** A message wakes an archived thread; the update comes before the message, so a client knows the channel. */
export function unarchive(world: World, thread: Thread): void {
  if (!thread.archived) return
  thread.archived = false
  thread.archiveChangedAt = toDiscordTime(Date.now())
  world.kept.channel(thread)
  dispatchThread(world, 'THREAD_UPDATE', threadPayload(world, thread))
}

export function addThreadMember(world: World, thread: Thread, userId: string): void {
  if (thread.archived) throw failures.threadArchived()
  if (thread.members.has(userId)) return
  thread.members.add(userId)
  world.kept.channel(thread)
  dispatchThread(world, 'THREAD_MEMBERS_UPDATE', {
    id: thread.id,
    guild_id: world.settings.guildId,
    member_count: thread.members.size,
    added_members: [
      { ...threadMember(thread, userId), member: memberPayload(world, userId), presence: undefined },
    ],
    removed_member_ids: [],
  })
}

export function dispatchThread(world: World, t: string, d: object): void {
  world.dispatch({ t, d, needs: GatewayIntentBits.Guilds })
  world.changes.emit('change')
}
