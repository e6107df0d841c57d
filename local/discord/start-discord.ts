import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10'
import { noRecords, type RecordsFile } from '../records.ts'
import { createWorld } from './create-world.ts'
import { createFaults, type FailNext, type FaultHandle, type FaultTarget } from './faults.ts'
import { tagNamesOf } from './forum.ts'
import { createGateway, type DropGateway, hostOf } from './gateway.ts'
import { createHttpServer } from './http-server.ts'
import { deleteInBulk, deleteMessage } from './messages.ts'
import { messagePayload } from './payloads/message-payload.ts'
import { addPerson, type NewPerson } from './people.ts'
import { createPerson, type Person } from './person/person.ts'
import { createReads } from './reads.ts'
import { restoreWorld } from './restore-world.ts'
import { applicationRoutes } from './routes/application-routes.ts'
import { guildRoutes } from './routes/guild-routes.ts'
import { interactionRoutes } from './routes/interaction-routes.ts'
import { messageRoutes } from './routes/message-routes.ts'
import { reactionRoutes } from './routes/reaction-routes.ts'
import { threadRoutes } from './routes/thread-routes.ts'
import { type DiscordLook, discordScreen } from './screen.ts'
import type { DiscordScreen } from './screen-shape.ts'
import { changeByHand, deleteThread } from './threads-by-hand.ts'
import { transcriptOf } from './transcript.ts'
import type { Content, Policy, RecordedCall, Thread, World, WorldOptions } from './world.ts'

export type DiscordOptions = WorldOptions & {
  /** Where conversations are kept; nowhere if not said. */
  records?: RecordsFile
}

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

/** Discord on loopback: a guild with one channel, its people, and the bot that logs in with `token`. */
export type Discord = {
  /** For `DISCORD_API_URL` and discord.js' `rest.api`. */
  apiUrl: string
  guildId: string
  channelId: string
  botId: string
  /** Every REST call in order of arrival. */
  calls: RecordedCall[]
  /** What became of gateway connections: `identify`, `resume`, `invalid session`, `dropped`, `refused`. */
  gatewayHistory: string[]
  addPerson(person: NewPerson): Person
  as(personId: string): Person
  threads(): ThreadView[]
  /** What everybody in a channel sees, oldest first. */
  messages(channelId: string): APIMessage[]
  /** A channel as text; default: the desk's. With a person's id, also what only they see. */
  transcript(channelId?: string, personId?: string): string
  commands(): APIApplicationCommand[]
  /** Orders an error answer: 429 with its headers (default), 500, 502 or any other status. */
  failNext(order: FailNext): FaultHandle
  delayNext(order: FaultTarget & { ms: number }): FaultHandle
  /** Does the work, then resets the connection instead of answering. */
  loseAnswer(order: FaultTarget): FaultHandle
  dropGateway(how: DropGateway): void
  /** Ends the time in which new connections are refused. */
  acceptConnections(): void
  /** Sends op 7, as before a gateway server restarts. */
  askToReconnect(): void
  isConnected(): boolean
  /** What the server refuses from now on. */
  setPolicy(change: Partial<Policy>): void
  /** All threads may be renamed again, as after ten minutes. */
  forgetRenames(): void
  /** From now on a nonce used before no longer protects, as after some minutes. */
  forgetNonces(): void
  /** Ends every interaction token now, as after 15 minutes. */
  expireInteractions(): void
  /** What a file holds, by the attachment's id. */
  file(attachmentId: string): Content | undefined
  /** What one person sees. */
  screen(look: DiscordLook): DiscordScreen
  /** The person has the channel before their eyes. */
  read(personId: string, channelId: string): void
  /** Calls `look` after every change. Returns what ends it. */
  onChange(look: () => void): () => void
  /** Deletes several messages at once, as a moderation bot does. */
  eraseInBulk(channelId: string, messageIds: string[]): void
  /** What a moderator does to a thread by hand: renames, archives, locks it. */
  changeThread(threadId: string, change: { name?: string; archived?: boolean; locked?: boolean }): void
  /** Deletes a thread with all its messages, by hand. */
  deleteThread(threadId: string): void
  /** Deletes any message, as a moderator may. */
  deleteMessage(messageId: string): void
  setAcceptsDms(personId: string, accepts: boolean): void
  /**
   * Waits until `find` returns something true, and returns it; looks after every change and every 25 ms.
   * Throws after `timeoutMs` (default 5000), saying `what` was awaited and what the channel shows.
   */
  waitFor<T>(
    find: () => T | Promise<T>,
    options?: { timeoutMs?: number; what?: string },
  ): Promise<NonNullable<T>>
  close(): Promise<void>
}

export async function startDiscord({ records = noRecords, ...options }: DiscordOptions): Promise<Discord> {
  if (/^(bot|bearer)/i.test(options.token))
    throw new Error('discord.js strips "Bot" from the start of a token: choose another one')
  const world = createWorld(options)
  world.kept = restoreWorld(world, records)
  const reads = createReads(world, records)
  const faults = createFaults()
  const server = createHttpServer(world, faults, {
    withToken: { ...applicationRoutes, ...messageRoutes, ...reactionRoutes, ...threadRoutes, ...guildRoutes },
    open: interactionRoutes,
  })
  const gateway = createGateway(world, server)
  world.dispatch = gateway.dispatch
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.cdn = `http://${hostOf(server)}`

  return {
    apiUrl: `http://${hostOf(server)}/api`,
    guildId: options.guildId,
    channelId: options.channelId,
    botId: world.bot.id,
    calls: world.calls,
    gatewayHistory: gateway.history,
    addPerson: (person) => {
      addPerson(world, person)
      return createPerson(world, person.id)
    },
    as: (personId) => createPerson(world, personId),
    threads: () => listThreads(world),
    messages: (channelId) => publicMessages(world, channelId),
    transcript: (channelId = options.channelId, personId) => transcriptOf(world, channelId, personId),
    commands: () => [...world.guildCommands, ...world.globalCommands],
    failNext: faults.failNext,
    delayNext: faults.delayNext,
    loseAnswer: faults.loseAnswer,
    dropGateway: gateway.drop,
    acceptConnections: gateway.acceptConnections,
    askToReconnect: gateway.askToReconnect,
    isConnected: gateway.isConnected,
    setPolicy: (change) => Object.assign(world.policy, change),
    file: (attachmentId) => world.contents.get(attachmentId),
    screen: (look) => discordScreen(world, reads, gateway.isConnected(), look),
    read: (personId, channelId) => {
      if (reads.read(personId, channelId)) world.changes.emit('change')
    },
    onChange: (look) => {
      world.changes.on('change', look)
      return () => void world.changes.off('change', look)
    },
    forgetRenames: () => {
      for (const channel of world.channels.values()) if (channel.kind === 'thread') channel.renames = []
    },
    forgetNonces: () => world.nonces.clear(),
    expireInteractions: () => {
      for (const interaction of world.interactions.values()) interaction.expired = true
    },
    eraseInBulk: (channelId, ids) => deleteInBulk(world, channelId, ids),
    changeThread: (threadId, change) => changeByHand(world, threadOf(world, threadId), change),
    deleteThread: (threadId) => deleteThread(world, threadOf(world, threadId)),
    deleteMessage: (messageId) => {
      const message = world.messages.get(messageId)
      if (!message) throw new Error(`There is no message ${messageId}`)
      deleteMessage(world, message)
    },
    setAcceptsDms: (personId, accepts) => {
      const person = world.people.get(personId)
      if (!person) throw new Error(`Nobody has the id ${personId}`)
      person.acceptsDms = accepts
    },
    waitFor: (find, { timeoutMs = 5000, what = 'something' } = {}) =>
      waitFor(find, timeoutMs, () => `${what} did not happen in ${timeoutMs} ms. ${sight(world)}`),
    close: async () => {
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function waitFor<T>(
  find: () => T | Promise<T>,
  timeoutMs: number,
  complaint: () => string,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs
  while (true) {
    const found = await find()
    if (found) return found
    if (Date.now() > deadline) throw new Error(complaint())
    await sleep(15)
  }
}

function threadOf(world: World, id: string): Thread {
  const thread = world.channels.get(id)
  if (thread?.kind !== 'thread') throw new Error(`There is no thread ${id}`)
  return thread
}

function sight(world: World): string {
  const rooms = [...world.channels.values()].map((channel) => {
    const name = channel.kind === 'dm' ? `DM of ${channel.personId}` : channel.name
    return `== ${name}\n${transcriptOf(world, channel.id)}`
  })
  const last = world.calls.slice(-10).map((call) => `${call.method} ${call.path} -> ${call.status}`)
  return `Discord shows:\n${rooms.join('\n')}\nLast calls:\n${last.join('\n')}`
}

function publicMessages(world: World, channelId: string): APIMessage[] {
  return [...world.messages.values()]
    .filter(({ data, onlyFor }) => data.channel_id === channelId && !onlyFor)
    .map((message) => messagePayload(world, message))
}

function listThreads(world: World): ThreadView[] {
  return [...world.channels.values()]
    .filter((channel) => channel.kind === 'thread')
    .map((thread) => ({
      id: thread.id,
      name: thread.name,
      parentId: thread.parentId,
      archived: thread.archived,
      locked: thread.locked,
      memberIds: [...thread.members],
      tags: tagNamesOf(world, thread),
      messages: publicMessages(world, thread.id),
      text: transcriptOf(world, thread.id),
    }))
}
