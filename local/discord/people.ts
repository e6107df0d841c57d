import { makeUser } from './create-world.ts'
import { toDiscordTime } from './discord-time.ts'
import { memberPermissions } from './payloads/member-payloads.ts'
import type { DirectChannel, World } from './world.ts'

export type NewPerson = {
  /** 17 to 19 digits. */
  id: string
  username: string
  globalName?: string
  /** False: opening the DM works, sending into it is `50007`. Default true. */
  acceptsDms?: boolean
  /** Bits of `PermissionFlagsBits`; default: an ordinary member's. */
  permissions?: bigint
}

/** Puts a person into the guild. */
export function addPerson(
  world: World,
  { id, username, globalName = username, acceptsDms = true, permissions = memberPermissions }: NewPerson,
): void {
  if (!/^\d{17,19}$/.test(id)) throw new Error(`A Discord id has 17 to 19 digits, not "${id}"`)
  world.people.set(id, {
    user: makeUser({ id, username, globalName, isBot: false }),
    acceptsDms,
    permissions,
    joinedAt: toDiscordTime(Date.now()),
  })
}

/** The channel between a person and the bot; made when first needed, as on the platform. */
export function directChannelWith(world: World, personId: string): DirectChannel {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'dm' && channel.personId === personId) return channel
  }
  const channel: DirectChannel = { kind: 'dm', id: world.nextId(), personId }
  world.channels.set(channel.id, channel)
  world.kept.channel(channel)
  return channel
}
