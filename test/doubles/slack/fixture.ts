import { App, type AppOptions, LogLevel } from '@slack/bolt'
import { type Slack, type SlackOptions, startSlack } from './slack.ts'

export const secrets = {
  signingSecret: 'signing-secret',
  botToken: 'xoxb-bot',
  appToken: 'xapp-app',
}

/** A workspace with Ada in it, who is who most tests are about. */
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

/** The real Bolt, pointed at the double; `stop` ends it. */
export async function startBolt(
  slack: Slack,
  mode: 'socket' | 'http',
  listen: (app: App) => void,
): Promise<{ app: App; stop: () => Promise<void> }> {
  const shared: AppOptions = {
    token: slack.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  }
  const app =
    mode === 'socket'
      ? new App({ ...shared, socketMode: true, appToken: slack.appToken })
      : new App({ ...shared, signingSecret: slack.signingSecret })
  listen(app)
  app.error(async () => undefined)
  const server = await (mode === 'socket' ? app.start() : app.start({ port: 0, host: '127.0.0.1' }))
  if (mode === 'socket') await slack.connect({ mode })
  else {
    const address = (server as unknown as { address: () => { port: number } }).address()
    await slack.connect({ mode, url: `http://127.0.0.1:${address.port}/slack/events` })
  }
  return {
    app,
    stop: async () => {
      if (server && 'closeAllConnections' in server) server.closeAllConnections()
      await app.stop()
    },
  }
}
