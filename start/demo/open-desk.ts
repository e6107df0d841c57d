import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createDiscordMessenger } from '../../bot/discord/outbound/messenger.ts'
import { startDiscordBot } from '../../bot/discord/start.ts'
import { createSlackMessenger } from '../../bot/slack/outbound/messenger.ts'
import { startSlackBot } from '../../bot/slack/start.ts'
import type { Configuration } from '../../core/configuration/configuration.ts'
import { loadOrCreateJwtSecret } from '../../core/configuration/jwt-secret.ts'
import { createDesk, outboxesOf } from '../../core/create-desk.ts'
import { createCheckpoint } from '../../core/database/checkpoint-store.ts'
import type { Desk } from '../../core/desk.ts'
import { createLog, type Log } from '../../core/log.ts'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import { createMailer } from '../../core/notifications/mail/mailer.ts'
import { connectDatabase, type Database } from '../../core/open-database.ts'
import { createRelay } from '../../core/outbox/relay.ts'
import { sweep } from '../../core/outbox/sweep.ts'
import { similarOnCard } from '../../core/triage/similar/similar-on-card.ts'
import type { Discord } from '../../local/discord/start-discord.ts'
import type { Slack } from '../../local/slack/slack.ts'
import type { Platforms } from '../playground/start-platforms.ts'
import { stopInOrder } from '../stop.ts'
import { runHere } from './run-here.ts'

type Options = {
  configuration: Configuration
  dataFolder: string
  mongodbUri: string
  mail: { host: string; port: number; user?: string | undefined; pass?: string | undefined }
  platforms: Platforms & { slack: Slack; discord: Discord }
}

export type DemoDesk = Awaited<ReturnType<typeof openDesk>>

/**
 * A desk whose clock may jump: its work is done here instead of by Inngest, Slack reaches it by HTTP, whose connections
 * are short, and it needs no lease for Discord.
 */
export async function openDesk({ configuration, dataFolder, mongodbUri, mail, platforms }: Options) {
  const log = createLog('error')
  const database = await connectDatabase(mongodbUri)
  const { send, use, settle } = runHere()
  const relay = createRelay(send, log)
  const desk = await createDesk({
    database,
    enabledQueues: new Set(['triage', 'assign', 'mail', 'files', 'maintenance', 'slack', 'discord']),
    jwtSecret: configuration.jwtSecret ?? (await loadOrCreateJwtSecret(dataFolder)),
    relay: relay.relay,
    log,
  })
  const mailer = createMailer({ ...mail, from: configuration.mailFrom })
  const bots = await startBots(desk, database, { ...platforms, appUrl: configuration.appUrl, log })
  use({
    desk,
    deliveries: createDeliveryStore(database),
    mailer,
    ...bots.messengers,
    gemini: null,
    appUrl: configuration.appUrl,
  })

  return {
    desk,
    /** Does all work that is due. */
    async settle() {
      await sweep(outboxesOf(desk), send, desk.now())
      await settle(relay.drain)
    },
    stop: () =>
      stopInOrder(
        [
          bots.stop,
          () => mailer.close(),
          () => desk.live.close(),
          () => desk.passwords.close(),
          () => database.close(),
        ],
        log,
      ),
  }
}

type Places = { slack: Slack; discord: Discord; settings: Platforms['settings']; appUrl: string; log: Log }

async function startBots(desk: Desk, database: Database, { slack, discord, settings, appUrl, log }: Places) {
  const common = { desk, appUrl, log }
  const { botToken, signingSecret, url: apiUrl } = slack
  const slackBot = await startSlackBot({
    ...{ botToken, signingSecret, apiUrl, ...common },
    checkpoint: createCheckpoint(database, 'slack'),
  })
  const server = createServer(slackBot.router ? express().use(slackBot.router) : undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const bot = settings.discord ?? { token: '', guildId: '', channelId: '', apiUrl: discord.apiUrl }
  const checkpoint = createCheckpoint(database, 'discord')
  const discordBot = await startDiscordBot({ ...bot, ...common, checkpoint })
  await slack.connect({ mode: 'http', url: `http://127.0.0.1:${port}/slack/events` })
  await discord.waitFor(() => discordBot.state().state === 'up' && discord.commands().length > 0, {
    timeoutMs: 20_000,
    what: 'the bot in Discord',
  })
  return {
    messengers: {
      slack: createSlackMessenger({ botToken, apiUrl, appUrl, messagesPerSecond: 50, log }),
      discord: createDiscordMessenger({
        ...bot,
        ...{ appUrl, log },
        duplicatesOf: desk.tickets.duplicatesOf,
        similarTo: (ticket) => similarOnCard(desk, ticket),
      }),
    },
    async stop() {
      await Promise.all([slackBot.stop(), discordBot.stop()])
      server.closeAllConnections()
      server.close()
    },
  }
}
