import type { ExpressReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import pTimeout from 'p-timeout'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'
import { retryForever } from '../../core/retry-forever.ts'
import { boltLog } from './connection/bolt-log.ts'
import { clientOptions } from './connection/client-options.ts'
import { type Bot, createSlackApp } from './connection/create-app.ts'
import { countInFlight } from './connection/events-in-progress.ts'
import { httpReceiver, socketReceiver } from './connection/receivers.ts'
import { holdConnection } from './connection/socket-mode.ts'
import { createStatus, type Status, whyDown } from './connection/status.ts'

/** With an app token it uses Socket Mode, else signed HTTP. `apiUrl` is the Web API's base, `appUrl` the console. */
export type SlackBotOptions = {
  botToken: string
  appToken?: string
  signingSecret?: string
  apiUrl?: string
  appUrl: string
  desk: Desk
  log: Log
}

export type SlackBot = {
  /** to be mounted before any body parser, since it verifies the raw body; absent with Socket Mode */
  router?: ExpressReceiver['router']
  stop: () => Promise<void>
  state: () => Status
}

const drainMs = 3_000
const closeMs = 2_000

/**
 * Starts listening to Slack. It connects in the background and keeps trying, so a Slack that is down holds nothing
 * up; `state` tells.
 */
export async function startSlackBot(options: SlackBotOptions): Promise<SlackBot> {
  const { botToken, appToken, signingSecret, apiUrl, desk, appUrl, log } = options
  const client = clientOptions(apiUrl, boltLog(log))
  const socket = appToken ? socketReceiver(appToken, client) : null
  const http = socket ? null : httpReceiver(signingSecret, client)
  const receiver = socket ?? http
  if (!receiver) throw new Error('Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).')

  let bot: Bot = {}
  const app = createSlackApp(
    { receiver, botToken, clientOptions: client, bot: () => bot },
    { desk, appUrl, log },
  )
  const drained = countInFlight(app)
  const stopping = new AbortController()
  const { signal } = stopping
  const status = createStatus(socket ? ['bot', 'connection'] : ['bot'])

  async function recognise() {
    const self = await retryForever(() => whoAmI(botToken, client), {
      signal,
      onFailure: (error) => status.set('bot', whyDown(error, 'SLACK_BOT_TOKEN')),
    })
    if (!self) return
    bot = self.bot
    status.set('bot', { state: 'up', detail: `${self.name}, over ${socket ? 'Socket Mode' : 'HTTP'}` })
  }

  async function connect() {
    if (!socket) return
    await holdConnection(socket.client, {
      signal,
      onConnected: () => status.set('connection', { state: 'up', detail: 'connected' }),
      onLost: (error) => status.set('connection', whyDown(error, 'SLACK_APP_TOKEN')),
    })
  }

  const running = Promise.all([recognise(), connect()])

  async function stop() {
    if (signal.aborted) return
    stopping.abort()
    status.set('bot', { state: 'down', detail: 'stopped' })
    await drained(drainMs)
    const closed = Promise.all([socket?.client.disconnect(), running])
    await pTimeout(closed, { milliseconds: closeMs, message: false })
  }

  return { ...(http ? { router: http.router } : {}), stop, state: status.whole }
}

/** Asks Slack whose token this is. */
async function whoAmI(botToken: string, options: WebClientOptions): Promise<{ name: string; bot: Bot }> {
  const { bot_id, user_id, user, team } = await new WebClient(botToken, options).auth.test()
  return {
    name: `${user ?? 'the bot'} in ${team ?? 'its workspace'}`,
    bot: { ...(bot_id ? { botId: bot_id } : {}), ...(user_id ? { botUserId: user_id } : {}) },
  }
}
