import type { Workspace } from './create-workspace.ts'
import { type SeenMessage, seenMessages, transcript } from './transcript.ts'

/** What the conversations hold, for tests. */
export function createObservation(workspace: Workspace) {
  return {
    /** A person's direct messages with the bot, threads inside. */
    dmOf: (userId: string): SeenMessage[] => seenMessages(workspace, workspace.dm(userId)),

    messagesIn(channelId: string): SeenMessage[] {
      const channel = workspace.channels.get(channelId)
      if (!channel) throw new Error(`There is no channel ${channelId}.`)
      return seenMessages(workspace, channel)
    },

    /** A channel, or a person's direct messages, in words. */
    transcript(id: string): string {
      const channel = workspace.people.has(id) ? workspace.dm(id) : workspace.channels.get(id)
      return channel ? transcript(seenMessages(workspace, channel)) : ''
    },
  }
}

/** All conversations in words. */
export const transcriptOfAll = (workspace: Workspace): string =>
  [...workspace.channels.values()]
    .filter((channel) => channel.messages.length > 0)
    .map((channel) => `#${channel.id}\n${transcript(seenMessages(workspace, channel))}`)
    .join('\n')
