import { ExpressReceiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { type RequestHandler, Router } from 'express'

/** The path for Slack's requests over HTTP. */
const requestPath = '/slack/events'

const bodyLimit = 1024 * 1024
const maxAheadMs = 5 * 60_000

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

/** Bolt refuses old timestamps only. One from the future could be replayed until that time. */
const refuseFuture: RequestHandler = (request, response, next) => {
  const seconds = Number(request.headers['x-slack-request-timestamp'])
  if (seconds * 1_000 > Date.now() + maxAheadMs) response.status(401).end()
  else next()
}

/**
 * Receives signed requests over HTTP. It answers 401 to a wrong signature, and to a timestamp more than 5 minutes ago
 * or ahead. It answers 500 when a request fails before it is acknowledged, so that Slack redelivers it.
 * @returns null without a secret
 */
export const httpReceiver = (signingSecret: string | undefined, clientOptions: WebClientOptions) =>
  signingSecret
    ? new ExpressReceiver({
        signingSecret,
        ...logger(clientOptions),
        endpoints: { events: requestPath },
        bodyLimit,
        router: Router().post(requestPath, refuseFuture),
        processEventErrorHandler: async ({ response }) => {
          if (!response.headersSent) response.writeHead(500).end()
          return true
        },
      })
    : null
