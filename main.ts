import { createHash } from 'node:crypto'
import path from 'node:path'
import { createApi } from './api/create-api.ts'
import { createDiscordMessenger } from './bot/discord/messenger.ts'
import { type Alone, startDiscordBot } from './bot/discord/start.ts'
import { createSlackMessenger } from './bot/slack/messenger.ts'
import { startSlackBot } from './bot/slack/start.ts'
import { type Configuration, readConfiguration } from './core/configuration/configuration.ts'
import { keptJwtSecret } from './core/configuration/jwt-secret.ts'
import { createDesk, outboxesOf } from './core/create-desk.ts'
import { createCheckpoint } from './core/database/checkpoint-store.ts'
import { connectDatabase } from './core/database/connect.ts'
import type { Desk } from './core/desk.ts'
import { createHeadingKeeper } from './core/headings/keep-headings.ts'
import { readHealth } from './core/health.ts'
import { createLog } from './core/log.ts'
import { countDeliveries } from './core/metrics/count-deliveries.ts'
import { createMetrics } from './core/metrics/metrics.ts'
import { createDeliveryStore } from './core/notifications/delivery-store.ts'
import { createMailer } from './core/notifications/mailer.ts'
import { backlogOf } from './core/outbox/backlog.ts'
import type { OutboxQueue } from './core/outbox/entry.ts'
import { createRelay, type SendEvents } from './core/outbox/relay.ts'
import { startSweeping } from './core/outbox/sweep.ts'
import { createTextKeeper } from './core/search/keep-texts.ts'
import { createTicketFollower } from './core/tickets/follow-tickets.ts'
import { firstAdminToken } from './core/users/mail-links/first-admin.ts'
import { connectWorker } from './core/workflows/connect-worker.ts'
import { createFunctions } from './core/workflows/functions.ts'
import { createInngest, createSender } from './core/workflows/inngest.ts'
import type { Worker } from './core/workflows/worker.ts'
import { builtConsole } from './local/build-console.ts'
import { announcement } from './start/announce.ts'
import { healthChecks } from './start/health-checks.ts'
import { listen, stopListening } from './start/listen.ts'
import { noteRunning } from './start/running-database.ts'
import { findServices } from './start/services.ts'
import { stopInOrder, stopOnSignals } from './start/stop.ts'
import { waitUntilUp } from './start/wait-until-up.ts'

const firstLookMs = 2_500

const noInngest: SendEvents = async () => {
  throw new Error('there is no Inngest')
}

/** The queues that somebody on the desk serves, be it another process. */
const enabledQueuesOf = ({ slack, discord }: Configuration): Set<OutboxQueue> =>
  new Set<OutboxQueue>([
    'triage',
    'assign',
    'mail',
    'maintenance',
    ...(slack ? ['slack' as const] : []),
    ...(discord ? ['discord' as const] : []),
  ])

/** What has to be there before anything else: a port, the services, the built console. */
async function prepare(environment: NodeJS.ProcessEnv, say: (line: string) => void) {
  const read = readConfiguration(environment)
  const http = await listen(read.port)
  const configuration = { ...read, appUrl: read.appUrlGiven ? read.appUrl : `http://localhost:${http.port}` }
  const dataFolder = path.resolve(configuration.dataFolder)
  const [services, consoleFolder] = await Promise.all([
    findServices(configuration, say),
    read.roles.has('api')
      ? builtConsole({ report: say, log: path.join(dataFolder, 'logs', 'console-build.log') })
      : undefined,
  ])
  return { configuration, http, dataFolder, services, consoleFolder, log: createLog(read.logLevel) }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** The core on its database, with its way to Inngest. */
async function openCore({ configuration, dataFolder, services, log }: Prepared) {
  const database = await connectDatabase(services.mongodbUri)
  const inngest = services.inngest && createInngest(services.inngest, log)
  const send = inngest ? createSender(inngest) : noInngest
  const relay = createRelay(send, log)
  const desk = await createDesk({
    database,
    enabledQueues: enabledQueuesOf(configuration),
    jwtSecret: configuration.jwtSecret ?? (await keptJwtSecret(dataFolder)),
    relay: relay.relay,
    log,
  })
  const backlog = () => backlogOf(outboxesOf(desk), desk.now())
  const metrics = createMetrics({ backlog, listeners: desk.live.count })
  const forgetRunning = await noteRunning(dataFolder, services.mongodbUri)
  return { database, inngest, send, relay, desk, backlog, metrics, forgetRunning }
}

type Core = Awaited<ReturnType<typeof openCore>>

/** The bots listen, those that are this process's; what background work says goes through their messengers. */
async function startBots({ configuration, log }: Prepared, { desk, database }: Core) {
  const { slack, discord, appUrl, roles } = configuration
  const common = { appUrl, desk, log }
  const checkpoint = createCheckpoint(database, 'discord')
  return {
    slack: slack && roles.has('slack') ? await startSlackBot({ ...slack, ...common }) : undefined,
    discord:
      discord && roles.has('discord')
        ? await startDiscordBot({ ...discord, ...common, checkpoint, alone: aloneOn(desk, discord.token) })
        : undefined,
    messengers: {
      slack: slack ? createSlackMessenger({ ...slack, appUrl, log }) : null,
      discord: discord
        ? createDiscordMessenger({ ...discord, appUrl, log, duplicatesOf: desk.tickets.duplicatesOf })
        : null,
    },
  }
}

/** One process at a time connects with a bot's token. */
const aloneOn =
  ({ gateways }: Desk, token: string): Alone =>
  (work) =>
    gateways.whileHolding('gateways', `discord-${createHash('sha256').update(token).digest('hex')}`, work)

type Bots = Awaited<ReturnType<typeof startBots>>

/**
 * What is owed gets done, if that is this process's work: by Inngest's functions, and by the sweep for what Inngest was
 * not told or has forgotten.
 */
function startWork(
  { configuration, services }: Prepared,
  { desk, database, inngest, send, metrics }: Core,
  bots: Bots,
) {
  const mailer = createMailer({ ...services.mail, from: configuration.mailFrom })
  const worker: Worker = {
    desk,
    deliveries: countDeliveries(createDeliveryStore(database), metrics),
    mailer,
    ...bots.messengers,
    gemini: configuration.gemini,
    appUrl: configuration.appUrl,
    triaged: metrics.triaged,
  }
  const healthUrl = services.inngest?.baseUrl ? new URL('/health', services.inngest.baseUrl).href : null
  if (!configuration.roles.has('worker')) return { mailer, worker: undefined, stopFollowing: [] }
  return {
    mailer,
    worker: inngest
      ? connectWorker(inngest, createFunctions(inngest, worker), healthUrl, desk.log)
      : undefined,
    stopFollowing: [
      startSweeping(outboxesOf(desk), send, desk.now, desk.log),
      createTicketFollower(
        database,
        [createTextKeeper(database, desk.texts), createHeadingKeeper(desk)],
        desk.now,
      ).start(desk.log),
    ],
  }
}

type Work = ReturnType<typeof startWork>

/** API and console, on the port that was taken at the beginning; without that role health and metrics only. */
function serve(
  { configuration, http, services, consoleFolder }: Prepared,
  { desk, database, backlog, metrics }: Core,
  bots: Bots,
  work: Work,
) {
  const checks = healthChecks({ configuration, database, ...work, slack: bots.slack, discord: bots.discord })
  const health = () => readHealth(checks, backlog)
  http.serve(
    createApi({
      desk,
      health,
      mailbox: services.mailbox,
      slack: bots.slack?.router,
      metrics: { metrics, token: configuration.metricsToken },
      onlyOperations: !configuration.roles.has('api'),
      consoleFolder,
      trustProxy: configuration.trustProxy,
      secureCookies: configuration.appUrl.startsWith('https:'),
    }),
  )
  return health
}

/**
 * Starts the whole desk: configuration, services, core, surfaces.
 * @returns how to stop it @throws Error with one line and the remedy when something that it can't do without is missing
 */
async function startDesk(environment: NodeJS.ProcessEnv, say: (line: string) => void) {
  const startedAt = Date.now()
  const prepared = await prepare(environment, say)
  const core = await openCore(prepared)
  const bots = await startBots(prepared, core)
  const work = startWork(prepared, core, bots)
  const health = serve(prepared, core, bots, work)
  await waitUntilUp(firstLookMs, work.worker, bots.slack, bots.discord)
  say(
    announcement({
      url: prepared.configuration.appUrl,
      health: await health(),
      services: prepared.services,
      setupToken: prepared.configuration.roles.has('api') ? await firstAdminToken(core.desk) : null,
      startedInMs: Date.now() - startedAt,
    }),
  )
  return () => stopDesk(prepared, core, bots, work)
}

/** From the outside in: no new requests, then no new work, then what they stood on. */
const stopDesk = ({ http, services, log }: Prepared, core: Core, bots: Bots, work: Work) =>
  stopInOrder(
    [
      () => core.desk.live.close(),
      () => stopListening(http.server, 2_000),
      () => Promise.all([bots.slack?.stop(), bots.discord?.stop()]),
      () => {
        for (const stop of work.stopFollowing) stop()
      },
      () => core.relay.drain(),
      () => work.worker?.stop(),
      () => work.mailer.close(),
      () => core.desk.passwords.close(),
      () => core.database.close(),
      () => core.forgetRunning(),
      () => services.stop(),
    ],
    log,
  )

try {
  stopOnSignals(await startDesk(process.env, (line) => console.log(line)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
