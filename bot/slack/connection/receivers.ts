import { ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'

/** Where Slack sends its requests when they come over HTTP. */
export const requestPath = '/slack/events'

const bodyLimit = 1024 * 1024

const logger = (options: WebClientOptions) => (options.logger ? { logger: options.logger } : {})

/** Receives over a web socket that the desk opens: no public address needed. */
export const socketReceiver = (appToken: string, clientOptions: WebClientOptions) =>
  new SocketModeReceiver({
    appToken,
    ...logger(clientOptions),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: async () => false,
  })

/**
 * Receives signed requests; a wrong signature or a timestamp older than 5 minutes is answered 401. What fails before
 * it is acknowledged is answered 500, so that Slack delivers the event again. @returns null without a secret
 */
export const httpReceiver = (signingSecret: string | undefined, clientOptions: WebClientOptions) =>
  signingSecret
    ? new ExpressReceiver({
        signingSecret,
        ...logger(clientOptions),
        endpoints: { events: requestPath },
        bodyLimit,
        processEventErrorHandler: async ({ response }) => {
          if (!response.headersSent) response.writeHead(500).end()
          return true
        },
      })
    : null
