import {
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIMessage,
  type APIRole,
  type APITextChannel,
  type APIThreadChannel,
  type APIThreadMember,
  type APIUser,
  ChannelFlags,
  ChannelType,
  ForumLayoutType,
  GuildFeature,
  GuildMemberFlags,
  GuildSystemChannelFlags,
  Locale,
  PermissionFlagsBits,
  type RoleFlags,
  type ThreadAutoArchiveDuration,
  type ThreadMemberFlags,
} from 'discord-api-types/v10'
import { failures } from './failures.ts'
import type { Channel, DirectChannel, Forum, StoredMessage, TextChannel, Thread, World } from './world.ts'

/** What an ordinary member may do. */
export const MEMBER_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.UseApplicationCommands

const LONG_AGO = '2024-01-01T00:00:00.000000+00:00'

export function toDiscordTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000+00:00')
}

export function userPayload(world: World, id: string): APIUser {
  if (id === world.bot.id) return { ...world.bot }
  const person = world.people.get(id)
  if (!person) throw failures.unknownUser()
  return { ...person.user }
}

export function memberPayload(world: World, id: string): APIGuildMember {
  return {
    user: userPayload(world, id),
    nick: null,
    avatar: null,
    banner: null,
    roles: id === world.bot.id ? [botRoleId(world)] : [],
    joined_at: world.people.get(id)?.joinedAt ?? LONG_AGO,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  }
}

export function permissionsOf(world: World, id: string): string {
  return String(world.people.get(id)?.permissions ?? MEMBER_PERMISSIONS)
}

export function interactionMember(world: World, id: string): APIInteractionGuildMember {
  return { ...memberPayload(world, id), user: userPayload(world, id), permissions: permissionsOf(world, id) }
}

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

/** A message as a reader of the channel gets it, with its reactions and thread of the present. */
export function messagePayload(world: World, message: StoredMessage): APIMessage {
  const data = structuredClone(message.data)
  const thread = world.channels.get(data.id)
  if (thread?.kind === 'thread') data.thread = threadPayload(world, thread)
  if (message.reactions.size > 0) {
    data.reactions = [...message.reactions].map(([emoji, people]) => ({
      emoji: { id: null, name: emoji },
      count: people.size,
      count_details: { burst: 0, normal: people.size },
      me: people.has(world.bot.id),
      me_burst: false,
      burst_colors: [],
    }))
  }
  return data
}

/** The role that Discord makes for an invited bot. */
const botRoleId = ({ settings }: World) => String(BigInt(settings.applicationId) + 1n)

const rolesOf = (world: World): APIRole[] => [
  { ...plainRole, id: world.settings.guildId, name: '@everyone', permissions: String(MEMBER_PERMISSIONS) },
  {
    ...plainRole,
    id: botRoleId(world),
    name: world.bot.username,
    permissions: String(world.policy.botPermissions),
    managed: true,
  },
  ...world.policy.roles.map((role) => ({ ...plainRole, ...role })),
]

const plainRole = {
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: '0',
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0 as RoleFlags,
}

export function guildPayload(world: World): APIGuild {
  const { guildId } = world.settings
  return {
    id: guildId,
    name: 'Acme support',
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guildId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: rolesOf(world),
    emojis: [],
    features: [GuildFeature.News],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    max_members: 500_000,
    max_presences: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: 0,
    stickers: [],
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
  }
}
