import {
  type APIGuild,
  type APIRole,
  GuildFeature,
  GuildSystemChannelFlags,
  Locale,
  type RoleFlags,
} from 'discord-api-types/v10'
import type { World } from '../world.ts'
import { botRoleId, memberPermissions } from './member-payloads.ts'

const rolesOf = (world: World): APIRole[] => [
  { ...plainRole, id: world.settings.guildId, name: '@everyone', permissions: String(memberPermissions) },
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
