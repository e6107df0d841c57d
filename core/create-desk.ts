import type { Scanner } from './attachments/clamd.ts'
import { createFileBytes } from './attachments/file-bytes.ts'
import { defaultFileLimits, type FileLimits } from './attachments/file-limits.ts'
import { createFileLinks } from './attachments/file-links.ts'
import { createFileStore } from './attachments/file-store.ts'
import { createAuditStore } from './audit/audit-store.ts'
import { createCannedReplyStore } from './canned-replies/canned-reply-store.ts'
import { createCatalogCache } from './catalog/catalog-cache.ts'
import { createCatalogStore } from './catalog/catalog-store.ts'
import type { SecondFactorRule } from './configuration/second-factor-rule.ts'
import type { SignUpRule } from './configuration/sign-up-rule.ts'
import { createLeaseStore } from './database/lease-store.ts'
import type { Desk } from './desk.ts'
import { createLiveFeed } from './live/live-feed.ts'
import { createLiveStore } from './live/live-store.ts'
import type { Log } from './log.ts'
import { migrate } from './migrate.ts'
import { createDeliveryStore } from './notifications/delivery-store.ts'
import { createReplyAddresses } from './notifications/reply-address.ts'
import { createScheduledStore } from './notifications/scheduled-store.ts'
import { createUnsubscribeTokens } from './notifications/unsubscribe-token.ts'
import { type Database, pingDatabase } from './open-database.ts'
import type { OutboxQueue } from './outbox/entry.ts'
import type { Outboxes } from './outbox/outbox.ts'
import type { Relay } from './outbox/relay.ts'
import { createSeal } from './seal.ts'
import { projectPerson } from './search/project-person.ts'
import { createTextProjection } from './search/project-texts.ts'
import { createTextStore } from './search/text-store.ts'
import { createAnswerTimes } from './tickets/answer-times.ts'
import { createCommentStore } from './tickets/comments/comment-store.ts'
import { counterBack, counterOf, createNumberAllocator, seedCounter } from './tickets/number-allocator.ts'
import { createReadMarkStore } from './tickets/read-marks/read-mark-store.ts'
import { createTicketStore } from './tickets/ticket-store.ts'
import { createAffinities } from './triage/affinity.ts'
import { createDutyClock, seedDutyClock } from './triage/duty-clock.ts'
import { createCurrentModel } from './triage/models/current-model.ts'
import { createModelStore, seedTraining } from './triage/models/model-store.ts'
import { createSimilarStore } from './triage/similar/similar-store.ts'
import { createTicketIndex } from './triage/similar/ticket-index.ts'
import { createApiKeyCache } from './users/api-keys/api-key-cache.ts'
import { createApiKeyStore } from './users/api-keys/api-key-store.ts'
import { createAccountLimits } from './users/limits/account-limits.ts'
import { createBucketStore } from './users/limits/bucket-store.ts'
import { type Limits, noLimits } from './users/limits/limits.ts'
import { createLinkStore } from './users/mail-links/link-store.ts'
import { createAttemptLimits } from './users/sign-in/attempt-limits.ts'
import { createPasswordHasher } from './users/sign-in/password-hasher.ts'
import { createSessionCache } from './users/sign-in/session-cache.ts'
import { createSessionStore } from './users/sign-in/session-store.ts'
import { createTokens } from './users/sign-in/tokens.ts'
import { createUserStore } from './users/user-store.ts'

export type DeskParts = {
  database: Database
  /** the queues that this desk serves, without those of chats that are not configured */
  enabledQueues: ReadonlySet<OutboxQueue>
  jwtSecret: string
  relay: Relay['relay']
  log: Log
  /** how much one person may do; left out: any number */
  limits?: Limits
  /** left out: the defaults */
  fileLimits?: FileLimits
  /** left out: none */
  scanner?: Scanner | null
  /** left out: anyone */
  signUp?: SignUpRule
  /** left out: optional */
  secondFactor?: SecondFactorRule
  /** how many unresolved tickets of one requester count for the load of moderators; left out: all */
  countedPerRequester?: number
  /** in how many minutes an assigned ticket of medium priority must be claimed; left out: no deadline */
  claimMinutes?: number | null
  /** whether moderators see and handle all tickets; left out: only their own and unclaimed ones */
  moderatorsSeeAll?: boolean
  /** where the desk gets mail, e.g. support@example.com; left out: nowhere */
  mailAddress?: string | undefined
  now?: () => Date
  /** how long a session lasts without being used */
  sessionIdleMs?: number
}

const sessionIdleMs = 24 * 3_600_000
const answersCountMs = 30 * 24 * 3_600_000
const solvedCountMs = 180 * 24 * 3_600_000

/** Migrates the database and builds everything that the use cases need. */
export async function createDesk(parts: DeskParts): Promise<Desk> {
  const { database, enabledQueues, jwtSecret, relay, log, limits = noLimits, now = () => new Date() } = parts
  await migrate(database)
  await seedCounter(database, 'tickets')
  await seedCounter(database, 'assignments')
  await seedCounter(database, 'gateways')
  await seedCounter(database, 'merges')
  await seedTraining(database)
  await seedDutyClock(database, now())
  const users = createUserStore(database, enabledQueues, now, parts.moderatorsSeeAll)
  const catalog = createCatalogStore(database, enabledQueues, now)
  const sessions = createSessionStore(database, now, parts.sessionIdleMs ?? sessionIdleMs)
  const sessionCache = createSessionCache(sessions, users)
  const apiKeys = createApiKeyStore(database, now)
  const apiKeyCache = createApiKeyCache(apiKeys, users)
  /** Both caches hold accounts, so a changed account must leave both. */
  const forget = () => {
    sessionCache.forget()
    apiKeyCache.forget()
  }
  const tickets = createTicketStore(database, enabledQueues, now)
  const texts = createTextStore(database)
  const triageModels = createModelStore(database, now)
  return {
    tickets,
    answerTimes: createAnswerTimes(() => tickets.filedSince(new Date(now().getTime() - answersCountMs))),
    affinities: createAffinities(() => tickets.solvedSince(new Date(now().getTime() - solvedCountMs))),
    comments: createCommentStore(database),
    files: createFileStore(database),
    fileBytes: createFileBytes(database),
    fileLimits: parts.fileLimits ?? defaultFileLimits,
    fileLinks: createFileLinks(jwtSecret, now),
    scanner: parts.scanner ?? null,
    readMarks: createReadMarkStore(database),
    texts,
    similar: createTicketIndex(createSimilarStore(database), now),
    projectTextsOf: (person) => projectPerson(tickets, createTextProjection(database, texts), person),
    users,
    sessions,
    sessionCache: { ...sessionCache, forget },
    apiKeys,
    apiKeyCache,
    catalog: { ...catalog, ...createCatalogCache(catalog.load) },
    cannedReplies: createCannedReplyStore(database),
    triageModels: { ...triageModels, ...createCurrentModel(triageModels, log) },
    trainings: createLeaseStore(database.trainings.collection, now),
    links: createLinkStore(database, now),
    audit: createAuditStore(database),
    deliveries: createDeliveryStore(database),
    scheduledNotifications: createScheduledStore(database, now),
    unsubscribeTokens: createUnsubscribeTokens(jwtSecret),
    replyAddresses: parts.mailAddress ? createReplyAddresses(jwtSecret, parts.mailAddress) : null,
    passwords: createPasswordHasher(),
    tokens: createTokens(jwtSecret),
    cursorSeal: createSeal(jwtSecret, 'cursor'),
    secondFactorSeal: createSeal(jwtSecret, 'second factor'),
    secondFactorRule: parts.secondFactor ?? 'optional',
    signInSeal: createSeal(jwtSecret, 'sign-in'),
    attempts: createAttemptLimits(database, now),
    limits: createAccountLimits(createBucketStore(database), limits, now),
    signUpRule: parts.signUp ?? 'open',
    countedPerRequester: parts.countedPerRequester ?? Infinity,
    claimMinutes: parts.claimMinutes ?? null,
    dutyClock: createDutyClock(database, users.dutiful, now),
    moderatorsSeeAll: parts.moderatorsSeeAll ?? false,
    nextNumber: createNumberAllocator(
      counterOf(database, 'tickets'),
      undefined,
      counterBack(database, 'tickets'),
    ),
    assignments: createLeaseStore(database.counters.collection, now),
    merges: createLeaseStore(database.counters.collection, now),
    gateways: createLeaseStore(database.counters.collection, now, { lastsMs: 6_000, renewMs: 2_000 }),
    relay,
    live: createLiveFeed(createLiveStore(database), now, log, limits.streams),
    askDatabase: () => pingDatabase(database),
    enabledQueues,
    now,
    log,
  }
}

/** All outboxes of a desk, for the sweep and the health check. */
export const outboxesOf = (
  desk: Pick<Desk, 'tickets' | 'users' | 'catalog' | 'scheduledNotifications'>,
): Outboxes => ({
  tickets: desk.tickets.outbox,
  users: desk.users.outbox,
  catalog: desk.catalog.outbox,
  scheduledNotifications: desk.scheduledNotifications.outbox,
})
