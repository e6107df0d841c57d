import type { Workspace } from '../create-workspace.ts'
import type { EphemeralMessages } from '../ephemeral-messages.ts'
import { failure } from '../failure.ts'
import type { Views } from '../views.ts'
import type { Channel, Message } from '../workspace.ts'
import type { Arguments } from './arguments.ts'

/** What a Web API method works on. */
export type SlackContext = {
  workspace: Workspace
  views: Views
  /** Tells the app, by event, what happened in a channel. */
  appEvents: {
    posted: (channel: Channel, message: Message) => void
    changed: (channel: Channel, message: Message, before: Message) => void
    deleted: (channel: Channel, before: Message) => void
    reacted: (channel: Channel, message: Message, userId: string, name: string) => void
    unreacted: (channel: Channel, message: Message, userId: string, name: string) => void
    homeOpened: (channel: Channel, userId: string, view: object | undefined) => void
  }
  ephemeral: EphemeralMessages
  /** Address of the local Slack, such as `http://127.0.0.1:4000`. */
  origin: () => string
}

/** A method's work: its answer without `ok`, or a failure thrown. `scopes`: any one of them lets a bot call it. */
export type Method = { scopes: string[]; run: (args: Arguments) => object }

/** A channel that the bot may see; a user id stands for the direct messages with that person where allowed. */
export function channelOf(workspace: Workspace, id: string, { userId = false } = {}): Channel {
  const person = workspace.people.get(id)
  if (userId && person && !person.isBot) return workspace.dm(id)
  const channel = workspace.channels.get(id)
  if (!channel) throw failure('channel_not_found')
  return channel
}

export function ownChannel(workspace: Workspace, id: string, options: { userId?: boolean } = {}): Channel {
  const channel = channelOf(workspace, id, options)
  if (!channel.members.has(workspace.app.botUserId)) throw failure('not_in_channel')
  return channel
}
