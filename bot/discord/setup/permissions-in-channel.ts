import {
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'

const everything = ~0n

/**
 * What a member may do in a channel: https://discord.com/developers/docs/topics/permissions#permission-overwrites
 * @param guild its role with the guild's own id is @everyone
 */
export function permissionsInChannel(
  guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>,
  overwrites: readonly APIOverwrite[],
  memberId: string,
  member: Pick<APIGuildMember, 'roles'>,
): bigint {
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id))
  const base = held.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n)
  if (guild.owner_id === memberId || base & PermissionFlagsBits.Administrator) return everything
  const ofRoles = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && member.roles.includes(id),
  )
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === memberId)
  const ofEveryone = overwrites.filter(({ id }) => id === guild.id)
  return [ofEveryone, ofRoles, own].reduce(overwritten, base)
}

/** Within one step, what one role allows outweighs what another denies. */
function overwritten(bits: bigint, step: readonly APIOverwrite[]): bigint {
  const denied = step.reduce((all, { deny }) => all | BigInt(deny), 0n)
  const allowed = step.reduce((all, { allow }) => all | BigInt(allow), 0n)
  return (bits & ~denied) | allowed
}

/** What somebody without any role may do in a channel. */
export const everyoneInChannel = (
  guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>,
  overwrites: readonly APIOverwrite[],
): bigint => permissionsInChannel(guild, overwrites, '', { roles: [] })
