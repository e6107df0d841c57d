import {
  type APIChannel,
  type APIDMChannel,
  type APIGuildForumChannel,
  type APITextChannel,
  type APIThreadChannel,
  type APIThreadMember,
  ChannelFlags,
  ChannelType,
  ForumLayoutType,
  type ThreadAutoArchiveDuration,
  type ThreadMemberFlags,
} from 'discord-api-types/v10'
import type { Channel, DirectChannel, Forum, TextChannel, Thread, World } from '../world.ts'
import { userPayload } from './member-payloads.ts'

export function channelPayload(world: World, channel: Channel): APIChannel {
  if (channel.kind === 'text') return textChannelPayload(world, channel)
  if (channel.kind === 'dm') return directChannelPayload(world, channel)
  return threadPayload(world, channel)
}

export function lastMessageId(world: World, channelId: string): string | null {
  let last: string | null = null
  for (const message of world.messages.values()) {
    if (message.data.channel_id === channelId && !message.onlyFor) last = message.data.id
  }
  return last
}

export const textChannelPayload = (
  world: World,
  channel: TextChannel,
): APITextChannel | APIGuildForumChannel =>
  channel.forum ? forumPayload(world, channel, channel.forum) : plainChannelPayload(world, channel)

function forumPayload(
  world: World,
  channel: TextChannel,
  { tags, requiresTag }: Forum,
): APIGuildForumChannel {
  const { last_message_id: _, ...shared } = plainChannelPayload(world, channel)
  return {
    ...shared,
    type: ChannelType.GuildForum,
    flags: (requiresTag ? ChannelFlags.RequireTag : 0) as ChannelFlags,
    available_tags: tags,
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: ForumLayoutType.NotSet,
  }
}

function plainChannelPayload(world: World, channel: TextChannel): APITextChannel {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: world.settings.guildId,
    name: channel.name,
    position: 0,
    permission_overwrites: channel.id === world.settings.channelId ? world.policy.overwrites : [],
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(world, channel.id),
  }
}

function directChannelPayload(world: World, channel: DirectChannel): APIDMChannel {
  return {
    id: channel.id,
    type: ChannelType.DM,
    name: null,
    recipients: [userPayload(world, channel.personId)],
    last_message_id: lastMessageId(world, channel.id),
  }
}

export function threadPayload(world: World, thread: Thread): APIThreadChannel {
  const messages = [...world.messages.values()].filter(
    ({ data, onlyFor }) => data.channel_id === thread.id && !onlyFor,
  )
  return {
    id: thread.id,
    type: thread.type,
    guild_id: world.settings.guildId,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    name: thread.name,
    last_message_id: messages.at(-1)?.data.id ?? null,
    message_count: messages.length,
    total_message_sent: messages.length,
    member_count: thread.members.size,
    rate_limit_per_user: 0,
    ...(thread.tags && { applied_tags: thread.tags }),
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes as ThreadAutoArchiveDuration,
      archive_timestamp: thread.archiveChangedAt,
      create_timestamp: thread.createdAt,
    },
    ...(thread.members.has(world.bot.id) && { member: threadMember(thread, world.bot.id) }),
  }
}

export function threadMember(thread: Thread, userId: string): APIThreadMember {
  return { id: thread.id, user_id: userId, join_timestamp: thread.createdAt, flags: 0 as ThreadMemberFlags }
}
