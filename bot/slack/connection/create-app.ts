import { App, type Receiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { SlackDependencies } from '../dependencies.ts'
import { registerListeners } from '../listeners.ts'
import { acknowledgeEventsWhenDone } from './acknowledge-when-done.ts'
import { briefError } from './brief-error.ts'

/** Who the bot is in its workspace; empty until Slack has told. */
export type Bot = { botId?: string; botUserId?: string }

export type AppParts = {
  receiver: Receiver
  botToken: string
  clientOptions: WebClientOptions
  bot: () => Bot
}

/** The Bolt app with all its listeners. It asks nothing of Slack by itself, so it takes requests at once. */
export function createSlackApp(
  { receiver, botToken, clientOptions, bot }: AppParts,
  deps: SlackDependencies,
) {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, ...bot() }),
    clientOptions,
    ...(clientOptions.logger ? { logger: clientOptions.logger } : {}),
    convoStore: false,
  })
  app.error(async (error) => {
    deps.log.error({ err: briefError(error.original ?? error) }, 'something from Slack could not be handled')
    throw error
  })
  registerListeners(app, deps)
  acknowledgeEventsWhenDone(app)
  return app
}
