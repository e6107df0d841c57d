import type { View } from '@slack/types'
import type { Message, UserGroup } from './workspace.ts'

export type SlackPerson = { id: string; name: string; realName: string; isBot: boolean }

/** A file that somebody sent. `url` is a path on the playground's own origin, absent when only its name is known. */
export type SlackFile = { id: string; name: string; mimetype: string; size?: number; url?: string }

/** A message as conversations.history returns it. The root of a thread counts its replies. */
export type SlackShownMessage = Omit<Message, 'files' | 'metadata'> & {
  files?: SlackFile[]
  reply_count?: number
  reply_users?: string[]
  latest_reply?: string
  /** only the person who looks sees it; it is gone when they dismiss it */
  is_ephemeral?: true
}

/** One line of the sidebar. */
export type SlackConversation = {
  id: string
  /** without #; of a direct conversation the app's name */
  name: string
  isIm: boolean
  /** only its members see it */
  isPrivate: boolean
  /** messages by others since the person last had it open, replies in threads included */
  unread: number
}

/** An open modal or the Home tab as Slack stores it, e.g. with `id`, `hash` and a `block_id` for every block. */
export type SlackView = View & { id: string; hash: string; previous_view_id: string | null }

export type SlackCommand = { command: string; description: string; usage_hint?: string }
export type SlackShortcut = {
  type: 'message' | 'global'
  name: string
  callback_id: string
  description: string
}

/** What one person sees in Slack: payloads as a client gets them, which it renders itself. */
export type SlackScreen = {
  team: { id: string; name: string; domain: string }
  app: { id: string; name: string; botUserId: string }
  me: SlackPerson
  /** everybody in the workspace, bots too: names for every `<@U...>` and author */
  people: SlackPerson[]
  /** for `<!subteam^S...>` */
  userGroups: UserGroup[]
  /** every channel, also those that the person isn't in: names for `<#C...>` */
  channelNames: { id: string; name: string }[]
  conversations: SlackConversation[]
  /** the open conversation, oldest first, without replies in threads; null when none is open */
  open: { id: string; messages: SlackShownMessage[]; hasEarlier: boolean } | null
  /** the open thread: its root, then the replies */
  thread: { channel: string; ts: string; messages: SlackShownMessage[] } | null
  /** the topmost open modal; inputs are the page's until they are submitted */
  modal: SlackView | null
  home: SlackView | null
  commands: SlackCommand[]
  shortcuts: SlackShortcut[]
  /** whether the desk is connected */
  isConnected: boolean
}
