import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { expect, onTestFinished } from 'vitest'
import { slackManifest } from '../../../bot/slack/manifest/manifest.ts'
import { createSlackMessenger } from '../../../bot/slack/outbound/messenger.ts'
import { type SlackBot, startSlackBot } from '../../../bot/slack/start.ts'
import type { SlackAdmits } from '../../../core/configuration/slack-admits.ts'
import { createDesk } from '../../../core/create-desk.ts'
import { createCheckpoint } from '../../../core/database/checkpoint-store.ts'
import type { Desk } from '../../../core/desk.ts'
import { createDeliveryStore } from '../../../core/notifications/deliveries/delivery-store.ts'
import type { Mailer } from '../../../core/notifications/mail/mailer.ts'
import type { Database } from '../../../core/open-database.ts'
import { similarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import type { SlackWorker } from '../../../core/workflows/worker.ts'
import type { Slack } from '../../../local/slack/slack.ts'
import type { SlackOptions } from '../../../local/slack/slack-options.ts'
import { secrets, slackWithAda } from '../../local/slack/fixture.ts'
import {
  deliverTicketToModerators,
  deliverTicketToSlack,
  fetchTicketFiles,
  identifyOnSlack,
} from '../../support/run-workflows.ts'
import { untilItWorks } from '../../support/until-it-works.ts'

export type Mode = 'socket' | 'http'
export const appUrl = 'http://localhost:5000'

/**
 * The desk's bot as it is, on a real database, connected to the local Slack, which allows what the manifest asks for.
 * What is pending for Slack is delivered right after each change, again and again until it works, as Inngest would.
 */
export async function deskWithSlack(
  database: Database,
  mode: Mode,
  options: {
    change?: (desk: Desk) => Desk
    slack?: Partial<SlackOptions>
    admits?: SlackAdmits
    moderatorsChannel?: string
  } = {},
) {
  const slack = await slackWithAda({ ...allowed(), retryDelaysMs: [50, 200, 400], ...options.slack })
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const stopping = new AbortController()
  const failures: unknown[] = []
  let queue: Promise<unknown> = Promise.resolve()

  const real: Desk = await createDesk({
    database,
    enabledQueues: new Set([
      'slack',
      'files',
      ...(options.moderatorsChannel ? (['slackModerators'] as const) : []),
    ]),
    jwtSecret: 'not used by these tests, but long enough',
    log,
    relay: (owner, { _id }) => {
      const deliver = owner === 'tickets' ? fetchAndDeliver : identifyOnSlack
      queue = queue
        .then(() => untilItWorks(() => deliver(worker, _id), stopping.signal))
        .catch((error) => failures.push(error))
    },
  })
  const messenger = createSlackMessenger({
    ...{ botToken: secrets.botToken, apiUrl: slack.url, appUrl, log },
    moderatorsChannel: options.moderatorsChannel,
    similarTo: (ticket) => similarOnCard(real, ticket),
    messagesPerSecond: 50,
  })
  const worker = {
    desk: real,
    deliveries: createDeliveryStore(database),
    mailer: noMail,
    slack: messenger,
    discord: null,
    gemini: null,
    appUrl,
  }
  const desk = options.change?.(real) ?? real

  const startBot = () =>
    startSlackBot({
      botToken: secrets.botToken,
      ...(mode === 'socket' ? { appToken: secrets.appToken } : { signingSecret: secrets.signingSecret }),
      apiUrl: slack.url,
      ...(options.admits ? { admits: options.admits } : {}),
      moderatorsChannel: options.moderatorsChannel,
      appUrl,
      desk,
      log,
      checkpoint: createCheckpoint(database, 'slack'),
    })
  let bot = await startBot()
  const served = mode === 'http' ? await serve(bot) : null
  await slack.connect(served ? { mode: 'http', url: `${served.url}/slack/events` } : { mode: 'socket' })

  onTestFinished(async () => {
    stopping.abort()
    await bot.stop()
    await queue
    expect(failures).toEqual([])
    served?.close()
    await slack.close()
    await desk.passwords.close()
  })
  /** The desk's bot is away for a while, over Socket Mode. */
  async function restart(meanwhile: () => Promise<unknown>) {
    await bot.stop()
    await meanwhile()
    bot = await startBot()
    await slack.connect({ mode: 'socket' })
  }

  /** Slack reaches another process of the desk from now on, over HTTP. */
  async function takeOver() {
    const other = await startBot()
    const { url, close } = await serve(other)
    onTestFinished(async () => {
      await other.stop()
      close()
    })
    await slack.connect({ mode: 'http', url: `${url}/slack/events` })
  }

  return {
    slack,
    desk,
    bot,
    messenger,
    log: lines,
    url: served?.url,
    restart,
    takeOver,
    settled: () => queue,
  }
}

/** What is fetched is shown by what it enqueues. */
async function fetchAndDeliver(worker: SlackWorker, id: string) {
  await deliverTicketToSlack(worker, id)
  const { moderators } = worker.slack
  if (moderators) await deliverTicketToModerators({ ...worker, moderators }, id)
  await fetchTicketFiles(worker, id)
}

const noMail: Mailer = {
  send: async () => {
    throw new Error('These tests send no mail.')
  },
  verify: async () => {},
  close: () => {},
}

const allowed = () => {
  const { oauth_config, settings } = slackManifest()
  return {
    scopes: [...(oauth_config?.scopes?.bot ?? [])],
    events: [...(settings?.event_subscriptions?.bot_events ?? [])],
  }
}

async function serve(bot: SlackBot) {
  const app = express()
  if (bot.router) app.use(bot.router)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const cardOf = (slack: Slack, user = 'U1') =>
  slack.waitFor(() => slack.dmOf(user).find((message) => message.buttons.length > 0), { what: 'the card' })
