import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { noRecords, type RecordsFile } from '../records.ts'
import { createAdministration } from './administration.ts'
import type { Arguments } from './arguments.ts'
import { chatMethods } from './chat-methods.ts'
import { conversationMethods } from './conversation-methods.ts'
import { createDelivery } from './deliver.ts'
import { createFaults } from './faults.ts'
import { contentsInMemory, type FileContents } from './file-contents.ts'
import { createFileMethods } from './file-methods.ts'
import { createHappened } from './happened.ts'
import { createHttpTransport } from './http-transport.ts'
import { createMessagePace, type MessagePace } from './message-pace.ts'
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
import { createWatch } from './watch.ts'
import { bodyOf, createWebApi, type SlackCall } from './web-api.ts'
import { createWorkspace, type Message, type SentFile, type Team } from './workspace.ts'

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
  /** Where the bytes of files are kept; in memory if not said. */
  contents?: FileContents
  /** Where conversations are kept; nowhere if not said. */
  records?: RecordsFile
  /** How fast a channel takes messages; as fast as they come if not said. */
  messagePace?: MessagePace
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
  const tooFast = createMessagePace(options.messagePace)
  const closing = new AbortController()
  const calls: SlackCall[] = []
  const whispers = new Map<string, (Message & { channel: string })[]>()
  let boundPort = 0
  const origin = () => `http://127.0.0.1:${boundPort}`
  const { changed, onChange, waitFor } = createWatch(() => {
    const last = calls.slice(-10).map((call) => `  ${call.method} -> ${call.outcome}`)
    return `Last calls:\n${last.join('\n')}\n${everything()}`
  })

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

  const desk: Desk = {
    workspace,
    views,
    origin,
    happened: createHappened({ workspace, delivery, changed }),
    whisper: (userId, message) => {
      whispers.set(userId, [...(whispers.get(userId) ?? []), message])
      changed()
    },
    rewhisper: (userId, ts, content) => {
      const kept = whispers.get(userId) ?? []
      whispers.set(
        userId,
        kept.flatMap((one) => (one.ts !== ts ? [one] : content ? [{ ...one, ...content }] : [])),
      )
      changed()
    },
  }
  const responseUrls = createResponseUrls(desk)

  const hasScope = (scope: string) => !scopes || scopes.includes(scope)
  const contents = options.contents ?? contentsInMemory()
  const files = createFileMethods(desk, { contents, botToken, hasScope })
  const methods: Record<string, Method> = {
    ...chatMethods(desk),
    ...files.methods,
    ...conversationMethods(desk, hasScope),
    ...peopleMethods(desk, hasScope),
    ...viewMethods(desk, hasScope),
    ...reactionMethods(desk),
    'apps.connections.open': { scopes: [], run: socket.open },
  }
  const webApi = createWebApi({
    methods,
    botToken,
    appToken,
    scopes,
    takeFault: (method, args) => faults.take(method) ?? tooFast(method, args),
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
    if (url.pathname.startsWith('/files-pri/')) return files.give(request, response, url.pathname)
    if (url.pathname.startsWith('/upload/') && request.method === 'POST') {
      await files.take(request, response, url.pathname.replace('/upload/', ''))
      return changed()
    }
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
    ...createAdministration({ workspace, happened: desk.happened, changed }),

    /** Puts a file into the workspace, as somebody's client uploads it before it sends a message or form. */
    async addFile({
      name,
      mimetype,
      content,
    }: {
      name: string
      mimetype: string
      content: Buffer
    }): Promise<SentFile> {
      const kept = await contents.keep({ name, mimetype, content })
      const file = { ...kept, name, mimetype, size: content.length }
      workspace.files.set(file.id, file)
      return file
    },

    failNext: faults.add,
    clearFaults: faults.clear,
    as,
    waitFor,

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

    onChange,

    redeliver: delivery.redeliver,

    /** No event that was not acknowledged is repeated any more. */
    giveUp: delivery.giveUp,

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
