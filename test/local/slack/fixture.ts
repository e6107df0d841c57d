import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, type AppOptions, type Logger, LogLevel } from '@slack/bolt'
import { type Slack, startSlack } from '../../../local/slack/slack.ts'
import type { SlackOptions } from '../../../local/slack/slack-options.ts'

export const secrets = {
  signingSecret: 'signing-secret',
  botToken: 'xoxb-bot',
  appToken: 'xapp-app',
}

/** A workspace with Ada, the user of most tests. */
export async function slackWithAda(options: Partial<SlackOptions> = {}): Promise<Slack> {
  const slack = await startSlack({ ...secrets, ...options })
  slack.addPerson({ id: 'U1', name: 'ada', realName: 'Ada Lovelace', email: 'ada@example.com' })
  slack.addPerson({
    id: 'U2',
    name: 'bob',
    realName: 'Bob Kahn',
    email: 'bob@example.com',
    emailConfirmed: false,
  })
  slack.addChannel({ id: 'C1', name: 'general', members: ['U1', 'U2'] })
  return slack
}

const nothing = () => undefined

/** Late acks and cut connections are what these tests are about; Bolt would fill the screen with them. */
export const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}

/** The real Bolt, pointed at the local Slack; `stop` ends it. */
export async function startBolt(
  slack: Slack,
  mode: 'socket' | 'http',
  listen: (app: App) => void,
): Promise<{ app: App; url: string; stop: () => Promise<void> }> {
  const shared: AppOptions = {
    token: slack.botToken,
    logger: silent,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  }
  const app =
    mode === 'socket'
      ? new App({ ...shared, socketMode: true, appToken: slack.appToken })
      : new App({ ...shared, signingSecret: slack.signingSecret })
  listen(app)
  app.error(async () => undefined)
  const server = await (mode === 'socket' ? app.start() : app.start({ port: 0, host: '127.0.0.1' }))
  const url = mode === 'http' ? requestUrl(server) : ''
  await slack.connect(mode === 'socket' ? { mode } : { mode, url })
  return {
    app,
    url,
    stop: async () => {
      if (server && 'closeAllConnections' in server) server.closeAllConnections()
      await app.stop()
    },
  }
}

function requestUrl(server: unknown): string {
  const { port } = (server as Server).address() as AddressInfo
  return `http://127.0.0.1:${port}/slack/events`
}
