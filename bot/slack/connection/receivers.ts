import { ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'

/** The path for Slack's requests over HTTP. */
const requestPath = '/slack/events'

const bodyLimit = 1024 * 1024

const logger = (options: WebClientOptions) => (options.logger ? { logger: options.logger } : {})

/** Receives over a WebSocket that the desk opens, so the desk needs no public address. */
export const socketReceiver = (appToken: string, clientOptions: WebClientOptions) =>
  new SocketModeReceiver({
    appToken,
    ...logger(clientOptions),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: async () => false,
  })

/**
 * Receives signed requests over HTTP. It answers 401 to a wrong signature or a timestamp older than 5 minutes. It
 * answers 500 when a request fails before it is acknowledged, so that Slack redelivers it.
 * @returns null without a secret
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
