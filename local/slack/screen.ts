import type { Workspace } from './create-workspace.ts'
import type { EphemeralMessages } from './ephemeral-messages.ts'
import type { Reads } from './reads.ts'
import type {
  SlackCommand,
  SlackConversation,
  SlackScreen,
  SlackShortcut,
  SlackShownMessage,
  SlackView,
} from './screen-shape.ts'
import type { StoredView, Views } from './views.ts'
import type { Channel, Message, Person } from './workspace.ts'

export type SlackScreenParts = {
  workspace: Workspace
  views: Views
  reads: Reads
  ephemeral: EphemeralMessages
  commands: SlackCommand[]
  shortcuts: SlackShortcut[]
  isConnected: boolean
}

/** What a person has open: a conversation, and a thread of it by its root's ts. */
export type SlackLook = { person: string; open: string | null; thread: string | null; limit: number }

/**
 * What one person sees in Slack now.
 * @throws Error for an unknown person. What they may not see is not on the screen.
 */
export function slackScreen(parts: SlackScreenParts, look: SlackLook): SlackScreen {
  const { workspace, views } = parts
  const me = workspace.people.get(look.person)
  if (!me) throw new Error(`Nobody has the id ${look.person}.`)
  const own = [...workspace.channels.values()].filter(({ members }) => members.has(me.id))
  const open = own.find(({ id }) => id === look.open)
  const root = open && look.thread ? workspace.find(open.id, look.thread) : undefined
  return {
    team: workspace.team,
    app: { id: workspace.app.id, name: 'Deskbridge', botUserId: workspace.app.botUserId },
    me: shownPerson(me),
    people: [...workspace.people.values()].map(shownPerson),
    userGroups: workspace.userGroups,
    channelNames: [...workspace.channels.values()]
      .filter(({ isIm }) => !isIm)
      .map(({ id, name }) => ({ id, name })),
    conversations: own.map((channel) => conversation(parts, me.id, channel)),
    open: open ? openConversation(parts, me.id, open, look.limit) : null,
    thread: open && root ? openThread(parts, me.id, open, root) : null,
    modal: shownView(views.top(me.id)),
    home: shownView(views.home(me.id)),
    commands: parts.commands,
    shortcuts: parts.shortcuts,
    isConnected: parts.isConnected,
  }
}

const shownPerson = ({ id, name, realName, isBot }: Person) => ({ id, name, realName, isBot })

const conversation = ({ reads }: SlackScreenParts, me: string, channel: Channel): SlackConversation => ({
  id: channel.id,
  name: channel.isIm ? 'Deskbridge' : channel.name,
  isIm: channel.isIm,
  isPrivate: channel.isPrivate === true,
  unread: reads.unread(me, channel),
})

function openConversation(parts: SlackScreenParts, me: string, channel: Channel, limit: number) {
  const roots = channel.messages.filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts)
  const ephemeral = ephemeralIn(parts, me, channel).filter(({ thread_ts }) => !thread_ts)
  const messages = inOrder([
    ...roots.map((root) => withReplies(parts.workspace, channel, root)),
    ...ephemeral,
  ])
  return { id: channel.id, messages: messages.slice(-limit), hasEarlier: messages.length > limit }
}

function openThread(parts: SlackScreenParts, me: string, channel: Channel, root: Message) {
  const replies = parts.workspace.replies(channel, root.ts).map(shownMessage)
  const ephemeral = ephemeralIn(parts, me, channel).filter(({ thread_ts }) => thread_ts === root.ts)
  const messages = [withReplies(parts.workspace, channel, root), ...inOrder([...replies, ...ephemeral])]
  return { channel: channel.id, ts: root.ts, messages }
}

const inOrder = (messages: SlackShownMessage[]) => messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1))

const ephemeralIn = ({ ephemeral }: SlackScreenParts, me: string, { id }: Channel): SlackShownMessage[] =>
  ephemeral
    .of(me)
    .filter(({ channel }) => channel === id)
    .map((message) => ({ ...shownMessage(message), is_ephemeral: true }))

/** The metadata of a message is its app's alone. */
const shownMessage = ({ metadata: _, ...message }: Message): SlackShownMessage => message

function withReplies(workspace: Workspace, channel: Channel, root: Message): SlackShownMessage {
  const replies = workspace.replies(channel, root.ts)
  const last = replies.at(-1)
  if (!last) return shownMessage(root)
  return {
    ...shownMessage(root),
    thread_ts: root.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map(({ user }) => user))],
    latest_reply: last.ts,
  }
}

const shownView = (view: StoredView | undefined): SlackView | null => view ?? null
