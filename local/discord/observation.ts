import { setTimeout as sleep } from 'node:timers/promises'
import type { APIMessage } from 'discord-api-types/v10'
import { messagePayload } from './payloads/message-payload.ts'
import { tagNamesOf } from './threads/forum.ts'
import { transcriptOf } from './transcript.ts'
import type { Thread, World } from './world.ts'

export type ThreadView = {
  id: string
  name: string
  parentId: string
  archived: boolean
  locked: boolean
  memberIds: string[]
  /** names of the tags of a forum's post */
  tags: string[]
  messages: APIMessage[]
  /** The thread as a person reads it. */
  text: string
}

/** What the guild holds, for tests. @param ownChannelId the desk's channel */
export const createObservation = (world: World, ownChannelId: string) => ({
  threads: (): ThreadView[] =>
    [...world.channels.values()]
      .filter((channel) => channel.kind === 'thread')
      .map((thread) => viewOf(world, thread)),

  /** What everybody in a channel sees, oldest first. */
  messages: (channelId: string) => publicMessages(world, channelId),

  /** A channel as text; default: the desk's. With a person's id, also what only they see. */
  transcript: (channelId: string = ownChannelId, personId?: string) =>
    transcriptOf(world, channelId, personId),

  commands: () => [...world.guildCommands, ...world.globalCommands],

  /** What a file holds, by the attachment's id. */
  file: (attachmentId: string) => world.contents.get(attachmentId),

  /**
   * Waits until `find` returns something true, and returns it; looks every 15 ms.
   * Throws after `timeoutMs` (default 5000), saying `what` was awaited and what the channels show.
   */
  async waitFor<T>(
    find: () => T | Promise<T>,
    { timeoutMs = 5000, what = 'something' }: { timeoutMs?: number; what?: string } = {},
  ): Promise<NonNullable<T>> {
    const deadline = Date.now() + timeoutMs
    while (true) {
      const found = await find()
      if (found) return found
      if (Date.now() > deadline)
        throw new Error(`${what} did not happen in ${timeoutMs} ms. ${inWords(world)}`)
      await sleep(15)
    }
  },
})

const viewOf = (world: World, thread: Thread): ThreadView => ({
  id: thread.id,
  name: thread.name,
  parentId: thread.parentId,
  archived: thread.archived,
  locked: thread.locked,
  memberIds: [...thread.members],
  tags: tagNamesOf(world, thread),
  messages: publicMessages(world, thread.id),
  text: transcriptOf(world, thread.id),
})

function publicMessages(world: World, channelId: string): APIMessage[] {
  return [...world.messages.values()]
    .filter(({ data, onlyFor }) => data.channel_id === channelId && !onlyFor)
    .map((message) => messagePayload(world, message))
}

/** All channels, and the last calls. */
function inWords(world: World): string {
  const channels = [...world.channels.values()].map((channel) => {
    const name = channel.kind === 'dm' ? `DM of ${channel.personId}` : channel.name
    return `== ${name}\n${transcriptOf(world, channel.id)}`
  })
  const last = world.calls.slice(-10).map((call) => `${call.method} ${call.path} -> ${call.status}`)
  return `Discord shows:\n${channels.join('\n')}\nLast calls:\n${last.join('\n')}`
}
