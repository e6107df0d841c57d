import { noRecords, type RecordsFile } from '../records.ts'
import type { Channel, Message, NewChannel, Person, Team, UserGroup } from './workspace.ts'

export type Workspace = ReturnType<typeof createWorkspace>

const testTeam: Team = { id: 'T0DESK', domain: 'deskbridge-test', name: 'Deskbridge test' }

/** Ids are handed out from ranges of this size, so that one write reserves many. */
const idRange = 1_000

/** The people, channels and messages of one Slack team, without any protocol. Messages and used ids are in `records`. */
export function createWorkspace({
  team = testTeam,
  records = noRecords,
}: {
  team?: Team
  records?: RecordsFile
} = {}) {
  const kept = records.of<{ channel: string; message: Message }>('slack-message')
  const counters = records.of<number>('slack-last-id')
  const earlierMessages = Map.groupBy(kept.all(), ({ channel }) => channel)
  const app = { id: 'A0DESK', botId: 'B0DESK', botUserId: 'U0DESKBOT' }
  const people = new Map<string, Person>()
  const channels = new Map<string, Channel>()
  const userGroups: UserGroup[] = []
  const files = new Map(
    kept
      .all()
      .flatMap(({ message }) => message.files ?? [])
      .map((file) => [file.id, file]),
  )
  let lastMicroseconds = 0
  let lastId = counters.all()[0] ?? 0
  let reservedId = lastId

  people.set(app.botUserId, {
    id: app.botUserId,
    name: 'deskbridge',
    realName: 'Deskbridge',
    email: '',
    emailConfirmed: false,
    isBot: true,
  })

  /** The next message time: unique in the workspace and always later than the one before. */
  function nextTs(): string {
    lastMicroseconds = Math.max(Date.now() * 1000, lastMicroseconds + 1)
    return `${Math.floor(lastMicroseconds / 1e6)}.${String(lastMicroseconds % 1e6).padStart(6, '0')}`
  }

  /** An id in Slack's shape, such as V0000001. */
  function nextId(prefix: string): string {
    lastId += 1
    if (lastId > reservedId) {
      reservedId = lastId + idRange
      counters.save('last', reservedId)
    }
    return `${prefix}${String(lastId).padStart(8, '0')}`
  }

  function addChannel(channel: Omit<NewChannel, 'withBot'> & { isIm: boolean }): Channel {
    const messages = earlierMessages.get(channel.id)?.map(({ message }) => message) ?? []
    const added = { ...channel, members: new Set(channel.members), messages, earlier: new Map() }
    channels.set(channel.id, added)
    return added
  }

  /** The direct messages between a person and the bot. */
  function dm(userId: string): Channel {
    const id = `D${userId}`
    return (
      channels.get(id) ??
      addChannel({ id, name: 'directmessage', isIm: true, members: [userId, app.botUserId] })
    )
  }

  function find(channelId: string, ts: string): Message | undefined {
    return channels.get(channelId)?.messages.find((message) => message.ts === ts)
  }

  function replies(channel: Channel, ts: string): Message[] {
    return channel.messages.filter((message) => message.thread_ts === ts && message.ts !== ts)
  }

  function post(channel: Channel, content: Partial<Message> & { user: string; text: string }): Message {
    const message: Message = { type: 'message', ts: nextTs(), team: team.id, ...content }
    channel.messages.push(message)
    for (const file of message.files ?? []) files.set(file.id, file)
    keep(channel, message)
    return message
  }

  /** Writes a message down after it has changed. */
  function keep(channel: Channel, message: Message) {
    kept.save(`${channel.id}/${message.ts}`, { channel: channel.id, message })
  }

  function remove(channel: Channel, message: Message) {
    channel.messages.splice(channel.messages.indexOf(message), 1)
    kept.remove(`${channel.id}/${message.ts}`)
  }

  /** Replaces a message in place and keeps what it was. */
  function edit(channel: Channel, before: Message, after: Message) {
    channel.messages[channel.messages.indexOf(before)] = after
    channel.earlier.set(before.ts, [...(channel.earlier.get(before.ts) ?? []), before])
    keep(channel, after)
  }

  return {
    team,
    app,
    people,
    channels,
    userGroups,
    /** by id: those of messages, and those that were put into a form */
    files,
    nextTs,
    nextId,
    addChannel,
    dm,
    find,
    replies,
    post,
    keep,
    edit,
    remove,
  }
}
