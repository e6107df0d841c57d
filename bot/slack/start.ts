import type { ExpressReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import pTimeout from 'p-timeout'
import type { SlackAdmits } from '../../core/configuration/slack-admits.ts'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'
import { createAdmission } from './admission.ts'
import { boltLog } from './connection/bolt-log.ts'
import { createBotSelf } from './connection/bot-self.ts'
import { clientOptions } from './connection/client-options.ts'
import { createSlackApp } from './connection/create-app.ts'
import { trackEventsInProgress } from './connection/events-in-progress.ts'
import { keepConnected } from './connection/keep-connected.ts'
import { httpReceiver, socketReceiver } from './connection/receivers.ts'
import { createStatus, type Status } from './connection/status.ts'
import { watchBot } from './connection/watch-bot.ts'
import { createGaps } from './history/gaps.ts'
import { type Checkpoint, createHistoryReader } from './history/history-reader.ts'
import { readMissed } from './history/read-missed.ts'

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
  const { botToken, admits = 'guests', desk, appUrl, log, moderatorsChannel } = options
  const client = clientOptions(options.apiUrl, boltLog(log))
  const web = new WebClient(botToken, client)
  const { socket, http, receiver } = createReceiver(options, client)
  const self = createBotSelf(botToken, client)
  const admit = createAdmission({ desk, client: web, admits, log })
  const stopping = new AbortController()
  const { signal } = stopping
  const now = () => desk.now().getTime()
  const gaps = createGaps(now)
  const { app, take } = createSlackApp(
    { receiver, botToken, clientOptions: client, bot: self.bot, stopping: signal },
    { desk, appUrl, log, has: self.has, admit, gaps, moderatorsChannel },
  )
  const eventsDone = trackEventsInProgress(app)
  const history = createHistoryReader({
    checkpoint: options.checkpoint,
    now,
    log,
    readSince: (since) => readMissed({ desk, web, self, take, signal, moderatorsChannel }, since),
  })
  const status = createStatus(socket ? ['bot', 'connection'] : ['bot'])
  const watch = { self, web, status, signal, log, moderatorsChannel }

  const running = Promise.all([
    watchBot({ ...watch, transport: socket ? 'Socket Mode' : 'HTTP' }),
    socket ? keepConnected(socket, { signal, status, history, gaps }) : hearOverHttp(),
  ])

  function hearOverHttp() {
    gaps.connected()
    void history.heard()
  }

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

function createReceiver({ appToken, signingSecret }: SlackBotOptions, client: WebClientOptions) {
  const socket = appToken ? socketReceiver(appToken, client) : null
  const http = socket ? null : httpReceiver(signingSecret, client)
  const receiver = socket ?? http
  if (!receiver) throw new Error('Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).')
  return { socket, http, receiver }
}
