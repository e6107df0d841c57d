import type { EventEmitter } from 'node:events'
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIGuildForumTag,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  InteractionType,
} from 'discord-api-types/v10'
import type { MessageBuckets } from './messages/message-buckets.ts'

export type Person = { user: APIUser; acceptsDms: boolean; permissions: bigint; joinedAt: string }

/** What makes a channel a forum. @property requiresTag each post needs a tag */
export type Forum = { tags: APIGuildForumTag[]; requiresTag: boolean }

/**
 * @property forum a forum channel: it holds no messages but posts, which are threads
 * @property members who sees a private channel beside the bot; left out: everybody
 */
export type TextChannel = { kind: 'text'; id: string; name: string; forum?: Forum; members?: string[] }

export type Thread = {
  kind: 'thread'
  id: string
  parentId: string
  name: string
  type: ChannelType.PublicThread | ChannelType.PrivateThread
  ownerId: string
  archived: boolean
  locked: boolean
  autoArchiveMinutes: number
  createdAt: string
  archiveChangedAt: string
  members: Set<string>
  /** ids of the tags of a forum's post */
  tags?: string[]
  /** When its name was changed, in ms: Discord allows two changes in ten minutes. */
  renames: number[]
}

export type DirectChannel = { kind: 'dm'; id: string; personId: string }

export type Channel = TextChannel | Thread | DirectChannel

export type StoredMessage = {
  data: APIMessage
  /** An ephemeral message is seen by one person and is in no channel's history. */
  onlyFor: string | undefined
  /** Person ids by emoji, in the order in which the emoji were first used. */
  reactions: Map<string, Set<string>>
  postedAt: number
  /** How often it was changed. */
  edits: number
}

/** One interaction from the click to the end of its token. */
export type Interaction = {
  id: string
  token: string
  type: InteractionType
  personId: string
  channelId: string
  createdAt: number
  /** The message whose button was pressed, or from whose button the modal came. */
  sourceMessageId: string | undefined
  /** The callback's type, once there was one. */
  respondedWith: number | undefined
  respondedAt: number | undefined
  /** The reply: sent at once, or the "thinking" placeholder of a deferred one. */
  originalMessageId: string | undefined
  modal: APIModalInteractionResponseCallbackData | undefined
  followUpIds: string[]
  choices: APIApplicationCommandOptionChoice[] | undefined
  expired: boolean
}

/** A modal that stands open on a person's screen. */
export type OpenModal = {
  /** the id of the interaction that opened it */
  id: string
  data: APIModalInteractionResponseCallbackData
  channelId: string
  sourceMessageId: string | undefined
}

export type Content = { bytes: Uint8Array; type: string }

export type RecordedCall = {
  method: string
  /** Without `/api/v10` and query. */
  path: string
  query: Record<string, string>
  body: unknown
  /** `Date.now()` at arrival. */
  at: number
  /** The answer's status; 0 while it runs or when the connection was cut. */
  status: number
  /** Discord's error code, when it answered with one. */
  code?: number
  /** What is wrong with which field of the body, e.g. "embeds.0.title: Must be 256 or fewer in length." */
  problems?: string[]
  unknownRoute?: boolean
}

/** A gateway event before it is cut to what a session may see. */
export type GatewayEvent = { t: string; d: object; needs: number }

export type WorldOptions = {
  token: string
  guildId: string
  channelId: string
  applicationId: string
  /** the channel is a forum with these tags; left out: a text channel */
  forum?: Forum
  /** who sees the channel; left out: everybody */
  members?: string[]
  /** text channels for everybody, beside the desk's */
  channels?: { id: string; name: string }[]
  /** The portal's "Message Content Intent" switch; default true. Off: empty contents, and 4014 for asking. */
  messageContentAllowed?: boolean
  heartbeatIntervalMs?: number
  /** How fast a channel takes messages; as fast as they come if not said. */
  messageBuckets?: MessageBuckets
  /** How many of the latest calls are remembered; all if not said. */
  remembers?: number
}

/** What the server does not take, and Discord neither. */
export type Policy = {
  /** Words that names of threads may not have: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json 50035 */
  bannedInNames: string[]
  /** Words for which a message of the bot is refused, as for links that Discord holds to be harmful (240000). */
  bannedInMessages: string[]
  /** Active threads at most; Discord allows 1,000. */
  maxActiveThreads: number
  /** What the bot's own role allows. */
  botPermissions: bigint
  /** What the desk's channel allows and denies otherwise. It is private unless a test says otherwise. */
  overwrites: APIOverwrite[]
  /** Roles beside @everyone and the bot's own. */
  roles: Pick<APIRole, 'id' | 'name' | 'mentionable'>[]
  /** The bot lacks the permission Create Private Threads. */
  refusesPrivateThreads: boolean
  /** The bot lacks the permission Manage Channels. */
  refusesChannelChanges: boolean
  /** A gateway that greets, takes RESUME and says nothing more. */
  ignoresResume: boolean
}

/** Writes down what has changed in the world, before anybody is told that it is done. */
export type WorldStore = {
  message(message: StoredMessage): void
  removeMessage(id: string): void
  channel(channel: Channel): void
  removeChannel(id: string): void
  commands(world: World): void
}

/** All that the local Discord knows: plain data that routes, gateway and people read and change. */
export type World = {
  settings: Required<Omit<WorldOptions, 'forum' | 'members' | 'channels' | 'messageBuckets'>> &
    Pick<WorldOptions, 'messageBuckets'>
  policy: Policy
  bot: APIUser
  people: Map<string, Person>
  channels: Map<string, Channel>
  /** By id; ids grow with time, so iteration is in order of posting. */
  messages: Map<string, StoredMessage>
  nonces: Map<string, { messageId: string; at: number }>
  guildCommands: APIApplicationCommand[]
  globalCommands: APIApplicationCommand[]
  /** What files hold, by the id of the attachment. */
  contents: Map<string, Content>
  /** Where files are fetched: `http://127.0.0.1:port`. */
  cdn: string
  interactions: Map<string, Interaction>
  openModals: Map<string, OpenModal>
  calls: RecordedCall[]
  /** Emits `change` after everything that somebody may wait for. */
  changes: EventEmitter
  nextId: () => string
  /** Writes down what has changed, if this world is kept. */
  kept: WorldStore
  dispatch: (event: GatewayEvent) => void
}
