import { EventEmitter } from 'node:events'
import { type APIOverwrite, type APIUser, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { TextChannel, World, WorldOptions } from './world.ts'

const nothing = () => {}
const keepsNothing = {
  message: nothing,
  removeMessage: nothing,
  channel: nothing,
  removeChannel: nothing,
  commands: nothing,
}

const discordEpoch = 1_420_070_400_000n

/** A guild with its channels and the bot in it; the gateway sets `dispatch` when it is up. */
export function createWorld({ forum, members, channels = [], ...options }: WorldOptions): World {
  const bot = makeUser({ id: options.applicationId, username: 'deskbridge', globalName: null, isBot: true })
  const changes = new EventEmitter()
  changes.setMaxListeners(0)
  return {
    settings: { messageContentAllowed: true, heartbeatIntervalMs: 41_250, remembers: Infinity, ...options },
    policy: {
      bannedInNames: [],
      bannedInMessages: [],
      maxActiveThreads: 1_000,
      botPermissions: everyPermissionButAdministrator,
      overwrites: onlyForTheBot(options),
      roles: [],
      refusesPrivateThreads: false,
      refusesChannelChanges: false,
      ignoresResume: false,
    },
    bot,
    people: new Map(),
    channels: textChannels([
      { id: options.channelId, name: 'desk', ...(forum && { forum }), ...(members && { members }) },
      ...channels,
    ]),
    messages: new Map(),
    nonces: new Map(),
    guildCommands: [],
    globalCommands: [],
    contents: new Map(),
    cdn: '',
    interactions: new Map(),
    openModals: new Map(),
    calls: [],
    changes,
    nextId: createIdSource(),
    dispatch: () => {},
    kept: keepsNothing,
  }
}

const textChannels = (channels: Omit<TextChannel, 'kind'>[]) =>
  new Map(channels.map((channel) => [channel.id, { kind: 'text' as const, ...channel }]))

const everyPermissionButAdministrator = ((1n << 50n) - 1n) & ~PermissionFlagsBits.Administrator

const onlyForTheBot = ({ guildId, applicationId }: WorldOptions): APIOverwrite[] => {
  const see = String(PermissionFlagsBits.ViewChannel)
  return [
    { id: guildId, type: OverwriteType.Role, allow: '0', deny: see },
    { id: applicationId, type: OverwriteType.Member, allow: see, deny: '0' },
  ]
}

type UserFacts = { id: string; username: string; globalName: string | null; isBot: boolean }

export function makeUser({ id, username, globalName, isBot }: UserFacts): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: globalName,
    avatar: null,
    bot: isBot,
    system: false,
  }
}

/** Snowflakes of the present time that always grow: https://discord.com/developers/docs/reference#snowflakes */
function createIdSource(): () => string {
  let last = 0n
  return () => {
    const now = (BigInt(Date.now()) - discordEpoch) << 22n
    last = now > last ? now : last + 1n
    return String(last)
  }
}
