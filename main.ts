import path from 'node:path'
import { createApi } from './api/create-api.ts'
import { createDiscordMessenger } from './bot/discord/messenger.ts'
import { startDiscordBot } from './bot/discord/start.ts'
import { createSlackMessenger } from './bot/slack/messenger.ts'
import { startSlackBot } from './bot/slack/start.ts'
import { type Configuration, readConfiguration } from './core/configuration/configuration.ts'
import { keptJwtSecret } from './core/configuration/jwt-secret.ts'
import { createDesk, outboxesOf } from './core/create-desk.ts'
import { createCheckpoint } from './core/database/checkpoint-store.ts'
import { connectDatabase } from './core/database/connect.ts'
import type { Desk } from './core/desk.ts'
import { readHealth, type ServiceState } from './core/health.ts'
import { createLog, type Log } from './core/log.ts'
import { createDeliveryStore } from './core/notifications/delivery-store.ts'
import { createMailer } from './core/notifications/mailer.ts'
import { backlogOf } from './core/outbox/backlog.ts'
import type { Lane } from './core/outbox/owed.ts'
import { createRelay, type SendEvents } from './core/outbox/relay.ts'
import { startSweeping } from './core/outbox/sweep.ts'
import { firstAdminToken } from './core/users/first-admin.ts'
import { connectWorker } from './core/workflows/connect-worker.ts'
import { createFunctions } from './core/workflows/functions.ts'
import { createInngest, createSender } from './core/workflows/inngest.ts'
import type { Worker } from './core/workflows/worker.ts'
import { builtConsole } from './local/build-console.ts'
import { announcement } from './start/announce.ts'
import { healthChecks } from './start/health-checks.ts'
import { listen, stopListening } from './start/listen.ts'
import { noteRunning } from './start/running-database.ts'
import { findServices, type Services } from './start/services.ts'
import { stopInOrder, stopOnSignals } from './start/stop.ts'

const firstLookMs = 2_500

const noInngest: SendEvents = async () => {
  throw new Error('there is no Inngest')
}

/** The lanes that have somebody to serve them. */
const lanesOf = ({ slack, discord }: Configuration): Set<Lane> =>
  new Set<Lane>([
    'triage',
    'assign',
    'mail',
    ...(slack ? ['slack' as const] : []),
    ...(discord ? ['discord' as const] : []),
  ])

/** The bots, and what background work says through them. */
async function startBots(
  configuration: Configuration,
  desk: Desk,
  log: Log,
  checkpoint: ReturnType<typeof createCheckpoint>,
) {
  const { slack, discord, appUrl } = configuration
  const common = { appUrl, desk, log }
  return {
    slack: slack && (await startSlackBot({ ...slack, ...common })),
    discord: discord && (await startDiscordBot({ ...discord, ...common, checkpoint })),
    messengers: {
      slack: slack ? createSlackMessenger({ ...slack, appUrl, log }) : null,
      discord: discord ? createDiscordMessenger({ ...discord, appUrl, log }) : null,
    },
  }
}

/** Inngest's side: events out, functions in. */
function startWork(
  services: Services,
  desk: Desk,
  worker: Worker,
  send: SendEvents,
  inngest: ReturnType<typeof createInngest> | null,
) {
  const healthUrl = services.inngest?.baseUrl ? new URL('/health', services.inngest.baseUrl).href : null
  return {
    worker: inngest
      ? connectWorker(inngest, createFunctions(inngest, worker), healthUrl, desk.log)
      : undefined,
    stopSweeping: startSweeping(outboxesOf(desk), send, desk.now, desk.log),
  }
}

/** A moment for what connects in the background, so that the first look at the desk is a true one. */
async function settledWithin(ms: number, ...parts: ({ state: () => ServiceState } | undefined)[]) {
  const deadline = Date.now() + ms
  const waiting = () => parts.some((part) => part?.state().state === 'down')
  while (waiting() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50))
}

/**
 * Starts the whole desk: configuration, services, core, surfaces.
 * @returns how to stop it @throws Error with one line and the remedy when something that it can't do without is missing
 */
export async function startDesk(environment: NodeJS.ProcessEnv, say: (line: string) => void) {
  const startedAt = Date.now()
  const read = readConfiguration(environment)
  const log = createLog(read.logLevel)
  const http = await listen(read.port)
  const configuration = { ...read, appUrl: read.appUrlGiven ? read.appUrl : `http://localhost:${http.port}` }
  const dataFolder = path.resolve(configuration.dataFolder)
  const [services, consoleFolder] = await Promise.all([
    findServices(configuration, say),
    builtConsole({ report: say, log: path.join(dataFolder, 'logs', 'console-build.log') }),
  ])

  const database = await connectDatabase(services.mongodbUri)
  const forgetRunning = await noteRunning(dataFolder, services.mongodbUri)
  const inngest = services.inngest && createInngest(services.inngest, log)
  const send = inngest ? createSender(inngest) : noInngest
  const relay = createRelay(send, log)
  const desk = await createDesk({
    database,
    enabledLanes: lanesOf(configuration),
    jwtSecret: configuration.jwtSecret ?? (await keptJwtSecret(dataFolder)),
    relay: relay.relay,
    log,
  })

  const mailer = createMailer({ ...services.mail, from: configuration.mailFrom })
  const bots = await startBots(configuration, desk, log, createCheckpoint(database, 'discord'))
  const worker: Worker = {
    desk,
    deliveries: createDeliveryStore(database),
    mailer,
    ...bots.messengers,
    gemini: configuration.gemini,
    appUrl: configuration.appUrl,
  }
  const work = startWork(services, desk, worker, send, inngest)

  const checks = healthChecks({
    configuration,
    database,
    mailer,
    worker: work.worker,
    slack: bots.slack,
    discord: bots.discord,
  })
  const health = () => readHealth(checks, () => backlogOf(outboxesOf(desk), desk.now()))
  http.serve(
    createApi({
      desk,
      health,
      mailbox: services.mailbox,
      slack: bots.slack?.router,
      consoleFolder,
      trustProxy: configuration.trustProxy,
      secureCookies: configuration.appUrl.startsWith('https:'),
    }),
  )
  await settledWithin(firstLookMs, work.worker, bots.slack, bots.discord)
  say(
    announcement({
      url: configuration.appUrl,
      health: await health(),
      standIns: services.standIns,
      problems: services.problems,
      setupToken: await firstAdminToken(desk),
      startedInMs: Date.now() - startedAt,
    }),
  )

  const stop = () =>
    stopInOrder(
      [
        () => stopListening(http.server, 2_000),
        () => Promise.all([bots.slack?.stop(), bots.discord?.stop()]),
        () => work.stopSweeping(),
        () => relay.drain(),
        () => work.worker?.stop(),
        () => mailer.close(),
        () => desk.passwords.close(),
        () => database.close(),
        () => forgetRunning(),
        () => services.stop(),
      ],
      log,
    )
  return { url: configuration.appUrl, port: http.port, stop }
}

if (import.meta.main) {
  try {
    const desk = await startDesk(process.env, (line) => console.log(line))
    stopOnSignals(desk.stop)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
