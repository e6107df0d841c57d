import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { noRecords, type RecordsFile } from '../records.ts'
import type { Arguments } from './arguments.ts'
import { chatMethods } from './chat-methods.ts'
import { conversationMethods } from './conversation-methods.ts'
import { createDelivery } from './deliver.ts'
import {
  type Happening,
  messageChangedEvent,
  messageDeletedEvent,
  messageEvent,
  reactionEvent,
} from './events.ts'
import { createFaults } from './faults.ts'
import { createHttpTransport } from './http-transport.ts'
import type { Desk, Method } from './method.ts'
import { peopleMethods } from './people-methods.ts'
import { createPersons } from './person.ts'
import { reactionMethods } from './reaction-methods.ts'
import { createReads } from './reads.ts'
import { createResponseUrls } from './response-urls.ts'
import { type SlackLook, slackScreen } from './screen.ts'
import type { SlackCommand, SlackScreen, SlackShortcut } from './screen-shape.ts'
import { createSocketTransport } from './socket-transport.ts'
import { type SeenMessage, seenMessages, transcript } from './transcript.ts'
import type { Transport } from './transport.ts'
import { viewMethods } from './view-methods.ts'
import { createViews } from './views.ts'
import { bodyOf, createWebApi, type SlackCall } from './web-api.ts'
import {
  type Channel,
  createWorkspace,
  type Message,
  type Person,
  type Team,
  type UserGroup,
} from './workspace.ts'

export type SlackOptions = {
  port?: number
  signingSecret: string
  botToken: string
  appToken: string
  /** The bot's scopes, as in the manifest; undefined: every method may be called. */
  scopes?: string[]
  /** Event subscriptions (`bot_events` of the manifest); undefined: every event is sent. */
  events?: string[]
  /** How long a trigger_id lives; Slack's 3 seconds if not said. */
  triggerLifeMs?: number
  /** How long an app may take to ack; Slack's 3 seconds if not said. */
  ackWithinMs?: number
  /** Before the repetitions of an event that was not acked; Slack's: at once, a minute, five minutes. */
  retryDelaysMs?: number[]
  team?: Team
  /** The app's commands and shortcuts, as in the manifest. Undefined: any command is known. */
  commands?: SlackCommand[]
  shortcuts?: SlackShortcut[]
  /** Where conversations are kept; nowhere if not said. */
  records?: RecordsFile
  /** How many of the latest calls and deliveries are remembered; all if not said. */
  remembers?: number
}

export type Slack = Awaited<ReturnType<typeof startSlack>>

/** A strict stand-in for one Slack workspace with one app in it, on loopback. */
export async function startSlack(options: SlackOptions) {
  const {
    signingSecret,
    botToken,
    appToken,
    scopes,
    triggerLifeMs = 3000,
    records = noRecords,
    remembers = Infinity,
  } = options
  const workspace = createWorkspace({ ...(options.team && { team: options.team }), records })
  const views = createViews(workspace, triggerLifeMs, records)
  const reads = createReads(records)
  const faults = createFaults()
  const closing = new AbortController()
  const calls: SlackCall[] = []
  const whispers = new Map<string, (Message & { channel: string })[]>()
  const watchers = new Set<() => void>()
  let boundPort = 0
  const origin = () => `http://127.0.0.1:${boundPort}`
  const changed = () => {
    for (const look of watchers) look()
  }

  const socket = createSocketTransport(origin, workspace.app.id)
  let current: { transport: Transport; mode: 'socket' | 'http' } = { transport: socket, mode: 'socket' }
  const delivery = createDelivery({
    workspace,
    transport: () => current,
    ackWithinMs: options.ackWithinMs ?? 3000,
    retryDelaysMs: options.retryDelaysMs ?? [50, 60_000, 300_000],
    subscriptions: options.events,
    closing: closing.signal,
    changed,
    records,
    remembers,
  })

  const tell = (channel: Channel, event: Happening) => {
    if (channel.members.has(workspace.app.botUserId)) delivery.event(event)
    changed()
  }
  const desk: Desk = {
    workspace,
    views,
    origin,
    happened: {
      posted: (channel, message) => tell(channel, messageEvent(workspace, channel, message)),
      changed: (channel, message, before) =>
        tell(channel, messageChangedEvent(workspace, channel, message, before)),
      deleted: (channel, before) => tell(channel, messageDeletedEvent(workspace, channel, before)),
      reacted: (channel, message, userId, name) =>
        tell(channel, reactionEvent(workspace, 'reaction_added', { channel, message, userId, name })),
      unreacted: (channel, message, userId, name) =>
        tell(channel, reactionEvent(workspace, 'reaction_removed', { channel, message, userId, name })),
      homeOpened: (channel, user, view) =>
        tell(channel, {
          type: 'app_home_opened',
          user,
          channel: channel.id,
          tab: 'home',
          event_ts: workspace.nextTs(),
          ...(view && { view }),
        }),
    },
    whisper: (userId, message) => {
      whispers.set(userId, [...(whispers.get(userId) ?? []), message])
      changed()
    },
  }
  const responseUrls = createResponseUrls(desk)

  const methods: Record<string, Method> = {
    ...chatMethods(desk),
    ...conversationMethods(desk),
    ...peopleMethods(desk, (scope) => !scopes || scopes.includes(scope)),
    ...viewMethods(desk),
    ...reactionMethods(desk),
    'apps.connections.open': { scopes: [], run: socket.open },
  }
  const webApi = createWebApi({
    methods,
    botToken,
    appToken,
    scopes,
    takeFault: faults.take,
    record: (call) => {
      calls.push(call)
      if (calls.length > remembers) calls.shift()
      changed()
    },
    settled: changed,
  })

  async function route(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', origin())
    if (url.pathname.startsWith('/api/')) return webApi(request, response, url)
    const isResponse = request.method === 'POST' && url.pathname.startsWith('/response/')
    if (!isResponse) return response.writeHead(404).end()
    const args = JSON.parse((await bodyOf(request)) || '{}') as Arguments
    const { status, body } = responseUrls.answer(url.pathname.replace('/response/', ''), args)
    response.writeHead(status).end(body)
    changed()
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error) => response.destroy(error))
  })
  server.on('upgrade', socket.upgrade)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  boundPort = (server.address() as AddressInfo).port

  const everything = () =>
    [...workspace.channels.values()]
      .filter((channel) => channel.messages.length > 0)
      .map((channel) => `#${channel.id}\n${transcript(seenMessages(workspace, channel))}`)
      .join('\n')

  /** What `find` gives, now or as soon as anything changes; else an error with `what` and all conversations. */
  async function waitFor<T>(
    find: () => T | undefined | false,
    { timeoutMs = 5000, what = 'something in Slack' }: { timeoutMs?: number; what?: string } = {},
  ): Promise<T> {
    const found = Promise.withResolvers<T>()
    const look = () => {
      const value = find()
      if (value) found.resolve(value)
    }
    const tooLate = setTimeout(() => {
      const last = calls.slice(-10).map((call) => `  ${call.method} -> ${call.outcome}`)
      found.reject(
        new Error(`Waited ${timeoutMs} ms for ${what}.\nLast calls:\n${last.join('\n')}\n${everything()}`),
      )
    }, timeoutMs)
    // What a test waits for may also change outside Slack, so look now and then even when nothing moves here.
    const looking = setInterval(look, 25)
    watchers.add(look)
    look()
    return found.promise.finally(() => {
      clearTimeout(tooLate)
      clearInterval(looking)
      watchers.delete(look)
    })
  }

  const as = createPersons({
    desk,
    delivery,
    responseUrls,
    whispers,
    taken: new Set(),
    commands: options.commands?.map(({ command }) => command),
    changed,
    waitFor,
  })

  return {
    /** For `SLACK_API_URL`. */
    url: `${origin()}/api/`,
    team: workspace.team,
    app: workspace.app,
    signingSecret,
    botToken,
    appToken,
    calls,
    /** Everything that was sent to the app, with the acks. */
    deliveries: delivery.deliveries,
    /** Deletes any message, as an admin of the workspace may. */
    deleteMessage(channelId: string, ts: string) {
      const channel = workspace.channels.get(channelId)
      const message = workspace.find(channelId, ts)
      if (!channel || !message) throw new Error(`There is no message ${ts} in ${channelId}.`)
      workspace.remove(channel, message)
      changed()
    },

    failNext: faults.add,
    clearFaults: faults.clear,
    as,
    waitFor,

    addPerson(person: {
      id: string
      name: string
      realName: string
      email: string
      emailConfirmed?: boolean
    }): Person {
      const added = { emailConfirmed: true, ...person, isBot: false }
      workspace.people.set(person.id, added)
      workspace.dm(person.id)
      return added
    },

    addUserGroup(group: UserGroup) {
      workspace.userGroups.push(group)
    },

    /** Posts a message as some other app or client sends it. The app hears of it by event. */
    post({ channel: id, ...content }: Partial<Message> & { channel: string; text: string }): Message {
      const channel = workspace.channels.get(id)
      if (!channel) throw new Error(`There is no channel ${id}.`)
      const message = workspace.post(channel, { user: 'UOTHERAPP', ...content })
      tell(channel, messageEvent(workspace, channel, message))
      return message
    },

    addChannel({
      id,
      name,
      members,
      withBot = true,
    }: {
      id: string
      name: string
      members: string[]
      withBot?: boolean
    }) {
      const all = withBot ? [...members, workspace.app.botUserId] : members
      workspace.addChannel({ id, name, isIm: false, members: all })
    },

    /** Chooses how people's doings reach the app, and waits until it is there. */
    async connect(
      how: { mode: 'socket' } | { mode: 'http'; url: string },
      { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
    ): Promise<void> {
      current =
        how.mode === 'socket'
          ? { transport: socket, mode: 'socket' }
          : { transport: createHttpTransport(how.url, signingSecret), mode: 'http' }
      const until = Date.now() + timeoutMs
      while (!(await current.transport.reachable())) {
        if (Date.now() > until)
          throw new Error(`The app was not reachable by ${how.mode} within ${timeoutMs} ms.`)
        await sleep(20)
      }
    },

    /** The app's sockets: how many, asking them to reconnect, cutting them off. */
    socket: {
      connections: socket.connections,
      disconnect: socket.disconnect,
      cut: socket.cut,
      stray: socket.stray,
    },

    /** What one person sees. */
    screen: (look: SlackLook): SlackScreen =>
      slackScreen(
        {
          workspace,
          views,
          reads,
          whispered: (userId) => whispers.get(userId) ?? [],
          commands: options.commands ?? [],
          shortcuts: options.shortcuts ?? [],
          isConnected: socket.connections() > 0,
        },
        look,
      ),

    /** The person has the conversation before their eyes. */
    read(personId: string, channelId: string) {
      const channel = workspace.channels.get(channelId)
      if (channel?.members.has(personId) && reads.read(personId, channel)) changed()
    },

    /** Calls `look` after every change. @returns ends it */
    onChange(look: () => void) {
      watchers.add(look)
      return () => void watchers.delete(look)
    },

    /** Goes on with what the app was not told before the last stop. */
    goOn: () => void delivery.goOn(),

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

    async close() {
      closing.abort()
      await socket.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
