import type { AnyBlock, MessageAttachment, MessageMetadata } from '@slack/types'

export type Person = {
  id: string
  /** The handle, without @. */
  name: string
  realName: string
  email: string
  /** What `is_email_confirmed` says: only then may the address be trusted. */
  emailConfirmed: boolean
  isBot: boolean
  /** A guest of the workspace. */
  isGuest?: boolean | undefined
  /** Id of another company's workspace, with which a channel is shared. */
  team?: string | undefined
}

/**
 * A file in a message. `size` is in bytes; `url` is where a browser finds its content, if it was kept; `content` is the
 * name of its bytes where that is not its id.
 */
export type SentFile = {
  id: string
  name: string
  mimetype: string
  size?: number
  url?: string
  content?: string
}

/** A message as conversations.history returns it; all times are `ts` strings. */
export type Message = {
  type: 'message'
  ts: string
  user: string
  text: string
  team: string
  subtype?: 'file_share'
  blocks?: AnyBlock[]
  attachments?: (MessageAttachment & { is_share?: boolean; from_url?: string })[]
  files?: SentFile[]
  metadata?: MessageMetadata
  thread_ts?: string
  edited?: { user: string; ts: string }
  bot_id?: string
  app_id?: string
  client_msg_id?: string
  reactions?: { name: string; users: string[]; count: number }[]
}

export type Channel = {
  id: string
  name: string
  isIm: boolean
  /** with another company, by Slack Connect */
  isShared?: boolean
  isPrivate?: boolean
  members: Set<string>
  /** In order of posting, replies included. */
  messages: Message[]
  /** Earlier versions of edited messages, oldest first. */
  earlier: Map<string, Message[]>
}

export type NewChannel = Pick<Channel, 'id' | 'name' | 'isShared' | 'isPrivate'> & {
  members: string[]
  withBot?: boolean
}

/** A group of people, called by its handle. */
export type UserGroup = { id: string; handle: string; name: string }

/** The old token that every payload still carries; apps verify the signature instead. */
export const verificationToken = 'verification-token'

export type Team = { id: string; domain: string; name: string }
