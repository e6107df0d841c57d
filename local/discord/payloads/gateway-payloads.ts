import {
  ApplicationFlags,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10'
import type { World } from '../world.ts'
import { textChannelPayload, threadPayload } from './channel-payloads.ts'
import { guildPayload } from './guild-payload.ts'
import { memberPayload } from './member-payloads.ts'

export function readyPayload(world: World, sessionId: string, resumeUrl: string): GatewayReadyDispatchData {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
    guilds: [{ id: world.settings.guildId, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: resumeUrl,
    shard: [0, 1],
    application: {
      id: world.settings.applicationId,
      flags: ApplicationFlags.GatewayMessageContentLimited,
      flags_new: String(ApplicationFlags.GatewayMessageContentLimited),
    },
  }
}

/** The guild as it comes after READY: its channels and active threads, but of its members only the bot. */
export function guildCreatePayload(world: World): GatewayGuildCreateDispatchData {
  const channels = [...world.channels.values()]
  return {
    ...guildPayload(world),
    joined_at: memberPayload(world, world.bot.id).joined_at ?? '',
    large: false,
    unavailable: false,
    member_count: world.people.size + 1,
    voice_states: [],
    members: [memberPayload(world, world.bot.id)],
    channels: channels
      .filter((channel) => channel.kind === 'text')
      .map((channel) => textChannelPayload(world, channel)),
    threads: channels
      .filter((channel) => channel.kind === 'thread')
      .filter((thread) => !thread.archived)
      .map((thread) => threadPayload(world, thread)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
