import type {
  APIApplicationCommand,
  APIGuildForumTag,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIThreadChannel,
  APIUser,
} from 'discord-api-types/v10'

export type DiscordMember = { user: APIUser; isBot: boolean }

/** Counts for the list of channels. A mention of the person in an unread message is counted in both. */
type Unread = { unread: number; mentions: number }

/** @property forumTags of a forum, which holds posts instead of messages; null for a text channel */
export type DiscordChannel = Unread & { id: string; name: string; forumTags: APIGuildForumTag[] | null }

/** With `isMember`: the person has joined, so the client lists it under its channel. */
export type DiscordThread = Unread & { channel: APIThreadChannel; isMember: boolean }

/** What one person sees in Discord: payloads as a client gets them, which it renders itself. */
export type DiscordScreen = {
  guild: { id: string; name: string }
  bot: APIUser
  me: APIUser
  /** everybody in the server, the bot too: names for every `<@...>` */
  members: DiscordMember[]
  channels: DiscordChannel[]
  /** active and archived ones, the latest last */
  threads: DiscordThread[]
  /** the direct messages with the bot */
  direct: Unread & { id: string }
  /**
   * The open channel, thread or direct messages, oldest first; null when none is open. Of a forum, the first messages of its
   * posts, whose ids are the posts'. `flags` has Ephemeral for what only
   * this person sees, and Loading while the app "is thinking". `me` in a reaction is the person's own.
   */
  open: { id: string; messages: APIMessage[]; hasEarlier: boolean } | null
  /** the open modal; `id` is another for each one that opens, and inputs are the page's until they are submitted */
  modal: { id: string; channelId: string; data: APIModalInteractionResponseCallbackData } | null
  /** slash and message commands that the person can use in the open channel */
  commands: APIApplicationCommand[]
  /** whether the desk is connected */
  isConnected: boolean
}
