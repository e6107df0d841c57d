import {
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIUser,
  GuildMemberFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { failures } from '../failures.ts'
import type { World } from '../world.ts'

/** What an ordinary member may do. */
export const memberPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.UseApplicationCommands

const longAgo = '2024-01-01T00:00:00.000000+00:00'

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
    joined_at: world.people.get(id)?.joinedAt ?? longAgo,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  }
}

export function permissionsOf(world: World, id: string): string {
  return String(world.people.get(id)?.permissions ?? memberPermissions)
}

export function interactionMember(world: World, id: string): APIInteractionGuildMember {
  return { ...memberPayload(world, id), user: userPayload(world, id), permissions: permissionsOf(world, id) }
}

/** The role that Discord makes for an invited bot. */
export const botRoleId = ({ settings }: World) => String(BigInt(settings.applicationId) + 1n)
