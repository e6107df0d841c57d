import { type APIApplicationCommand, type APIMessage, MessageFlags } from 'discord-api-types/v10'
import type { RecordsFile } from '../records.ts'
import type { Channel, StoredMessage, Thread, World, WorldStore } from './world.ts'

type KeptMessage = Omit<StoredMessage, 'data' | 'onlyFor' | 'reactions'> & {
  data: APIMessage
  reactions: [emoji: string, people: string[]][]
}
type KeptChannel = Exclude<Channel, Thread> | (Omit<Thread, 'members'> & { members: string[] })
type Commands = { guild: APIApplicationCommand[]; global: APIApplicationCommand[] }

/**
 * Fills the world with what was kept, and returns what keeps it from now on. Interactions are not kept. What only they
 * can reach, such as ephemeral messages, is gone when a client is loaded again, as on the platform.
 */
export function restoreWorld(world: World, records: RecordsFile): WorldStore {
  const messages = records.of<KeptMessage>('discord-message')
  const channels = records.of<KeptChannel>('discord-channel')
  const commands = records.of<Commands>('discord-commands')
  for (const channel of channels.all())
    world.channels.set(
      channel.id,
      channel.kind === 'thread' ? { ...channel, members: new Set(channel.members) } : channel,
    )
  for (const { reactions, ...message } of messages.all().sort(byId)) {
    if ((message.data.flags ?? 0) & MessageFlags.Loading) continue
    const people = reactions.map(([emoji, ids]) => [emoji, new Set(ids)] as const)
    world.messages.set(message.data.id, {
      ...message,
      onlyFor: undefined,
      reactions: new Map(people),
    })
    const { nonce, author, id } = message.data
    if (nonce !== undefined)
      world.nonces.set(`${author.id}:${nonce}`, { messageId: id, at: message.postedAt })
  }
  for (const known of commands.all()) {
    world.guildCommands = known.guild
    world.globalCommands = known.global
  }
  return {
    message: ({ data, onlyFor, reactions, ...rest }) => {
      if (onlyFor) return
      const people = [...reactions].map(([emoji, ids]): [string, string[]] => [emoji, [...ids]])
      messages.save(data.id, { ...rest, data, reactions: people })
    },
    removeMessage: messages.remove,
    channel: (channel) =>
      channels.save(
        channel.id,
        channel.kind === 'thread' ? { ...channel, members: [...channel.members] } : channel,
      ),
    removeChannel: channels.remove,
    commands: ({ guildCommands, globalCommands }) =>
      commands.save('all', { guild: guildCommands, global: globalCommands }),
  }
}

/** Ids grow with time, and their length may. */
const byId = (a: KeptMessage, b: KeptMessage) => (BigInt(a.data.id) < BigInt(b.data.id) ? -1 : 1)
