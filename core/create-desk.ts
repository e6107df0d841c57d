import type { Scanner } from './attachments/clamd.ts'
import { createFileBytes } from './attachments/file-bytes.ts'
import { defaultFileLimits, type FileLimits } from './attachments/file-limits.ts'
import { createFileLinks } from './attachments/file-links.ts'
import { createCatalogCache } from './catalog/catalog-cache.ts'
import { createCatalogStore } from './catalog/catalog-store.ts'
import type { SecondFactorRule } from './configuration/second-factor-rule.ts'
import type { SignUpRule } from './configuration/sign-up-rule.ts'
import { createStores, type StoreOptions } from './create-stores.ts'
import { createLeaseStore } from './database/lease-store.ts'
import type { Desk } from './desk.ts'
import { createLiveFeed } from './live/live-feed.ts'
import { createLiveStore } from './live/live-store.ts'
import type { Log } from './log.ts'
import { migrate } from './migrate.ts'
import { createReplyAddresses } from './notifications/mail/reply-address.ts'
import { createUnsubscribeTokens } from './notifications/mail/unsubscribe-token.ts'
import { type Database, pingDatabase } from './open-database.ts'
import type { OutboxQueue } from './outbox/entry.ts'
import type { Outboxes } from './outbox/outbox.ts'
import type { Relay } from './outbox/relay.ts'
import { createSeal } from './seal.ts'
import { createAnswerTimes } from './tickets/answer-times.ts'
import {
  counterOf,
  createNumberAllocator,
  rewindCounter,
  seedCounter,
} from './tickets/store/number-allocator.ts'
import { createAffinities } from './triage/affinity.ts'
import { createDutyClock, seedDutyClock } from './triage/duty-clock.ts'
import { createCurrentModel } from './triage/models/current-model.ts'
import { createModelStore, seedTraining } from './triage/models/model-store.ts'
import { createSimilarStore } from './triage/similar/similar-store.ts'
import { createTicketIndex } from './triage/similar/ticket-index.ts'
import { createApiKeyCache } from './users/api-keys/api-key-cache.ts'
import { createAccountLimits } from './users/limits/account-limits.ts'
import { createBucketStore } from './users/limits/bucket-store.ts'
import { type Limits, noLimits } from './users/limits/limits.ts'
import { createAttemptLimits } from './users/sign-in/attempt-limits.ts'
import { createPasswordHasher } from './users/sign-in/password-hasher.ts'
import { createSessionCache } from './users/sign-in/session-cache.ts'
import { createTokens } from './users/sign-in/tokens.ts'

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
  const stores = createStores(storeOptionsOf(parts, now))
  const { tickets, users, sessions, apiKeys } = stores
  const catalog = createCatalogStore(database, enabledQueues, now)
  const sessionCache = createSessionCache(sessions, users)
  const apiKeyCache = createApiKeyCache(apiKeys, users)
  /** Both caches hold accounts, so a changed account must leave both. */
  const forget = () => {
    sessionCache.forget()
    apiKeyCache.forget()
  }
  const triageModels = createModelStore(database, now)
  return {
    ...stores,
    answerTimes: createAnswerTimes(() => tickets.filedSince(new Date(now().getTime() - answersCountMs))),
    affinities: createAffinities(() => tickets.solvedSince(new Date(now().getTime() - solvedCountMs))),
    fileBytes: createFileBytes(database),
    fileLimits: parts.fileLimits ?? defaultFileLimits,
    fileLinks: createFileLinks(jwtSecret, now),
    scanner: parts.scanner ?? null,
    similar: createTicketIndex(createSimilarStore(database), now),
    sessionCache: { ...sessionCache, forget },
    apiKeyCache,
    catalog: { ...catalog, ...createCatalogCache(catalog.load) },
    triageModels: { ...triageModels, ...createCurrentModel(triageModels, log) },
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
    dutyClock: createDutyClock(database, users.dutySettings, now),
    moderatorsSeeAll: parts.moderatorsSeeAll ?? false,
    nextNumber: createNumberAllocator(
      counterOf(database, 'tickets'),
      undefined,
      rewindCounter(database, 'tickets'),
    ),
    gateways: createLeaseStore(database.counters.collection, now, { lastsMs: 6_000, renewMs: 2_000 }),
    relay,
    live: createLiveFeed(createLiveStore(database), now, log, limits.streams),
    askDatabase: () => pingDatabase(database),
    enabledQueues,
    now,
    log,
  }
}

const storeOptionsOf = (parts: DeskParts, now: () => Date): StoreOptions => ({
  database: parts.database,
  enabledQueues: parts.enabledQueues,
  now,
  sessionIdleMs: parts.sessionIdleMs ?? sessionIdleMs,
  moderatorsSeeAll: parts.moderatorsSeeAll ?? false,
})

/**
 * The same desk for work in the background, with connections of its own to the database: it can't use up those of people
 * who wait for an answer. Both share what is in memory.
 */
export const deskForBackground = (
  desk: Desk,
  database: Database,
  parts: Pick<DeskParts, 'sessionIdleMs'>,
): Desk => ({
  ...desk,
  ...createStores({ ...desk, database, sessionIdleMs: parts.sessionIdleMs ?? sessionIdleMs }),
})

/** All outboxes of a desk, for the sweep and the health check. */
export const outboxesOf = (
  desk: Pick<Desk, 'tickets' | 'users' | 'catalog' | 'scheduledNotifications'>,
): Outboxes => ({
  tickets: desk.tickets.outbox,
  users: desk.users.outbox,
  catalog: desk.catalog.outbox,
  scheduledNotifications: desk.scheduledNotifications.outbox,
})
