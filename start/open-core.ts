import { createClamd } from '../core/attachments/clamd.ts'
import type { Configuration } from '../core/configuration/configuration.ts'
import { loadOrCreateJwtSecret } from '../core/configuration/jwt-secret.ts'
import { createDesk, deskForBackground, outboxesOf } from '../core/create-desk.ts'
import type { Desk } from '../core/desk.ts'
import type { InboundMail } from '../core/inbound-mail/receive-mail.ts'
import { createReplyReader } from '../core/inbound-mail/reply-reader.ts'
import { createMetrics } from '../core/metrics/metrics.ts'
import { backgroundConnections, connectDatabase, openDatabase } from '../core/open-database.ts'
import { backlogOf } from '../core/outbox/backlog.ts'
import type { OutboxQueue } from '../core/outbox/entry.ts'
import { createRelay, type SendEvents } from '../core/outbox/relay.ts'
import { createCorrectionsCache } from '../core/tickets/store/count-corrections.ts'
import { createInngest, createSender } from '../core/workflows/inngest.ts'
import type { Prepared } from './prepare.ts'
import { recordRunningDesk } from './running-database.ts'

/** Connects the core to its database and to Inngest. */
export async function openCore({ configuration, dataFolder, services, log }: Prepared) {
  const database = await connectDatabase(services.mongodbUri)
  const inngest = services.inngest && createInngest(services.inngest, log)
  const send = inngest ? createSender(inngest) : sendNowhere
  const relay = createRelay(send, log)
  const desk = await createDesk({
    database,
    enabledQueues: enabledQueuesOf(configuration),
    jwtSecret: configuration.jwtSecret ?? (await loadOrCreateJwtSecret(dataFolder)),
    relay: relay.relay,
    limits: configuration.limits,
    fileLimits: configuration.fileLimits,
    scanner: configuration.clamd && createClamd(configuration.clamd),
    signUp: configuration.signUp,
    secondFactor: configuration.secondFactor,
    countedPerRequester: configuration.countedPerRequester,
    claimMinutes: configuration.claimMinutes,
    moderatorsSeeAll: configuration.moderatorsSeeAll,
    sessionIdleMs: configuration.sessionIdleMs,
    mailAddress: configuration.inboundMail?.address,
    log,
  })
  const background = await openBackground(desk, services.mongodbUri, configuration)
  const inbound = inboundMailOf(configuration, desk)
  const backlog = () => backlogOf(outboxesOf(desk), desk.now())
  const ratings = () => desk.tickets.ratedSince(new Date(desk.now().getTime() - ratedForMs))
  const corrections = createCorrectionsCache(() =>
    desk.tickets.correctionsSince(new Date(desk.now().getTime() - ratedForMs)),
  )
  const metrics = createMetrics({
    backlog,
    listeners: desk.live.count,
    ratings,
    corrections,
    model: desk.triageModels.inUse,
  })
  const forgetRunning = await recordRunningDesk(dataFolder, services.mongodbUri)
  return { database, background, send, relay, desk, inbound, backlog, metrics, forgetRunning }
}

async function openBackground(desk: Desk, uri: string, { sessionIdleMs }: Configuration) {
  const database = await openDatabase(uri, backgroundConnections)
  return { database, desk: deskForBackground(desk, database, { sessionIdleMs }) }
}

/** How far back ratings and corrections are counted. */
const ratedForMs = 30 * 24 * 60 * 60_000

export type Core = Awaited<ReturnType<typeof openCore>>

function inboundMailOf({ inboundMail, appUrl }: Configuration, desk: Desk): InboundMail | undefined {
  if (!inboundMail) return undefined
  const { address, authservId, answersUnknown, maxBytes } = inboundMail
  const policy = { address, authservId, answersUnknown }
  return { desk, policy, maxBytes, host: new URL(appUrl).hostname, reader: createReplyReader() }
}

const sendNowhere: SendEvents = async () => {
  throw new Error('there is no Inngest')
}

/** The queues of the whole installation. Another process may be the one that drains them. */
const enabledQueuesOf = ({ slack, discord }: Configuration): Set<OutboxQueue> =>
  new Set<OutboxQueue>([
    'triage',
    'assign',
    'mail',
    'files',
    'maintenance',
    ...(slack ? ['slack' as const] : []),
    ...(slack?.moderatorsChannel ? ['slackModerators' as const] : []),
    ...(discord ? ['discord' as const] : []),
  ])
