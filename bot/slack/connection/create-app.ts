import { App, type Receiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { SlackDependencies } from '../dependencies.ts'
import { registerListeners } from '../listeners.ts'
import { acknowledgeEventsWhenDone } from './acknowledge-when-done.ts'
import { briefError } from './brief-error.ts'

/** The bot's ids in its workspace. Empty until Slack has answered. */
export type BotIdentity = { botId?: string; botUserId?: string }

export type AppParts = {
  receiver: Receiver
  botToken: string
  clientOptions: WebClientOptions
  bot: () => BotIdentity
  stopping: AbortSignal
}

/** Builds the Bolt app with all its listeners. It makes no calls by itself, so it can handle requests at once. */
export function createSlackApp(
  { receiver, botToken, clientOptions, bot, stopping }: AppParts,
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
    deps.log.error({ err: briefError(error.original ?? error) }, 'A request from Slack could not be handled')
    throw error
  })
  const { take } = registerListeners(app, deps)
  acknowledgeEventsWhenDone(app, stopping)
  return { app, take }
}
