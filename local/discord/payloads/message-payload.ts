import type { APIMessage } from 'discord-api-types/v10'
import type { StoredMessage, World } from '../world.ts'
import { threadPayload } from './channel-payloads.ts'

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
