import type { ExpressReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import pTimeout from 'p-timeout'
import type { SlackAdmits } from '../../core/configuration/slack-admits.ts'
import type { Desk } from '../../core/desk.ts'
import { type Finding, findingsInWords } from '../../core/finding.ts'
import type { Log } from '../../core/log.ts'
import { watchSetup } from '../../core/watch-setup.ts'
import { createAdmission } from './admission.ts'
import { boltLog } from './connection/bolt-log.ts'
import { clientOptions } from './connection/client-options.ts'
import { type BotIdentity, createSlackApp } from './connection/create-app.ts'
import { trackEventsInProgress } from './connection/events-in-progress.ts'
import { httpReceiver, socketReceiver } from './connection/receivers.ts'
import { keepSocketOpen } from './connection/socket-mode.ts'
import { createStatus, downStatus, type Status } from './connection/status.ts'
import type { IncomingMessage } from './events/read-message.ts'
import { catchUp } from './history/catch-up.ts'
import { createGaps } from './history/gaps.ts'
import { type Checkpoint, createHistoryReader } from './history/history-reader.ts'
import type { Scope } from './manifest/scopes.ts'
import { channelFindings } from './setup/check-channel.ts'
import { identify, scopeFindings } from './setup/check-setup.ts'

/**
 * Uses Socket Mode with an app token, otherwise signed HTTP.
 * @property apiUrl the Web API's base
 * @property admits who gets an account; default: guests
 * @property appUrl the console's address
 * @property moderatorsChannel id of the moderators' channel; absent: there is none
 * @property checkpoint stores across restarts until when the desk has heard everything
 */
export type SlackBotOptions = {
  botToken: string
  appToken?: string
  signingSecret?: string
  apiUrl?: string | undefined
  admits?: SlackAdmits
  moderatorsChannel?: string | undefined
  appUrl: string
  desk: Desk
  checkpoint: Checkpoint
  log: Log
}

export type SlackBot = {
  /** Mount it before any body parser, since it verifies the raw body. Absent with Socket Mode. */
  router?: ExpressReceiver['router']
  stop: () => Promise<void>
  state: () => Status
}

const drainMs = 3_000
const closeMs = 2_000

/** Starts listening to Slack. It connects in the background and keeps trying, so the desk also starts without Slack. */
export async function startSlackBot(options: SlackBotOptions): Promise<SlackBot> {
  const { botToken, appToken, signingSecret, apiUrl, admits = 'guests', desk, appUrl, log } = options
  const { moderatorsChannel } = options
  const client = clientOptions(apiUrl, boltLog(log))
  const socket = appToken ? socketReceiver(appToken, client) : null
  const http = socket ? null : httpReceiver(signingSecret, client)
  const receiver = socket ?? http
  if (!receiver) throw new Error('Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).')

  let identity: BotIdentity = {}
  const { promise: known, resolve: becomeKnown } = Promise.withResolvers<{ team: string }>()
  let name = ''
  /** undefined until Slack has answered */
  let missing: Scope[] | undefined
  const admit = createAdmission({ desk, client: new WebClient(botToken, client), admits, log })
  const stopping = new AbortController()
  const { signal } = stopping
  const now = () => desk.now().getTime()
  const gaps = createGaps(now)
  const { app, take } = createSlackApp(
    { receiver, botToken, clientOptions: client, bot: () => identity, stopping: signal },
    {
      ...{ desk, appUrl, log, has: (scope) => missing?.includes(scope) === false },
      ...{ admit, gaps, moderatorsChannel },
    },
  )
  const eventsDone = trackEventsInProgress(app)
  const history = createHistoryReader({
    checkpoint: options.checkpoint,
    now,
    log,
    readSince: async (since) => {
      const { team } = await known
      const web = new WebClient(botToken, client)
      // A page that was read is soon out of date, like a repeated event.
      const received = { client: web, body: { team_id: team }, context: { ...identity, retryNum: 1 } }
      const takeOne = (message: IncomingMessage) => take(received, message)
      const reading = { desk, client: web, team, botUser: identity.botUserId, signal, moderatorsChannel }
      await catchUp({ ...reading, take: takeOne }, since)
      // What was not read by then is read after the next start.
      signal.throwIfAborted()
    },
  })
  const status = createStatus(socket ? ['bot', 'connection'] : ['bot'])

  async function check(): Promise<Finding[]> {
    const self = await identify(botToken, client).catch((error: unknown) => {
      status.set('bot', downStatus(error, 'SLACK_BOT_TOKEN'))
      throw error
    })
    identity = self.bot
    becomeKnown({ team: self.team })
    missing = self.missing
    name = self.name
    return [
      ...scopeFindings(missing),
      ...(await channelFindings(new WebClient(botToken, client), moderatorsChannel)),
    ]
  }

  function onFound(findings: Finding[]) {
    const words = findingsInWords(findings)
    if (words) log.warn({ missing }, `Slack: ${words}`)
    status.set('bot', {
      state: findings.some(({ level }) => level === 'problem') ? 'down' : 'up',
      detail: [`${name}, over ${socket ? 'Socket Mode' : 'HTTP'}`, words].filter(Boolean).join('. '),
    })
  }

  async function connect() {
    if (!socket) {
      gaps.connected()
      void history.heard()
      return
    }
    await keepSocketOpen(socket.client, {
      signal,
      onConnected: () => {
        status.set('connection', { state: 'up', detail: 'connected' })
        gaps.connected()
        void history.heard()
      },
      onLost: (error) => {
        history.pause()
        gaps.lost()
        status.set('connection', downStatus(error, 'SLACK_APP_TOKEN'))
      },
    })
  }

  const running = Promise.all([watchSetup(check, { signal, onFound }), connect()])

  async function stop() {
    if (signal.aborted) return
    stopping.abort()
    status.set('bot', { state: 'down', detail: 'stopped' })
    await eventsDone(drainMs)
    await history.stop()
    const closed = Promise.all([socket?.client.disconnect(), running])
    await pTimeout(closed, { milliseconds: closeMs, message: false })
  }

  return { ...(http ? { router: http.router } : {}), stop, state: status.whole }
}
