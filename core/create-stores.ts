import { createFileStore } from './attachments/file-store.ts'
import { createAuditStore } from './audit/audit-store.ts'
import { createCannedReplyStore } from './canned-replies/canned-reply-store.ts'
import { createLeaseStore } from './database/lease-store.ts'
import { createDeliveryStore } from './notifications/deliveries/delivery-store.ts'
import { createScheduledStore } from './notifications/scheduled/scheduled-store.ts'
import type { Database } from './open-database.ts'
import type { OutboxQueue } from './outbox/entry.ts'
import { projectPerson } from './search/project-person.ts'
import { createTextProjection } from './search/project-texts.ts'
import { createTextStore } from './search/text-store.ts'
import { createCommentStore } from './tickets/comments/comment-store.ts'
import { createReadMarkStore } from './tickets/read-marks/read-mark-store.ts'
import { createTicketStore } from './tickets/store/ticket-store.ts'
import { createApiKeyStore } from './users/api-keys/api-key-store.ts'
import { createLinkStore } from './users/mail-links/link-store.ts'
import { createSessionStore } from './users/sign-in/session-store.ts'
import { createUserStore } from './users/user-store.ts'

export type StoreOptions = {
  database: Database
  enabledQueues: ReadonlySet<OutboxQueue>
  now: () => Date
  /** how long a session lasts without being used */
  sessionIdleMs: number
  moderatorsSeeAll: boolean
}

/** What only asks the database and keeps nothing of it in memory. */
export function createStores({
  database,
  enabledQueues,
  now,
  sessionIdleMs,
  moderatorsSeeAll,
}: StoreOptions) {
  const tickets = createTicketStore(database, enabledQueues, now)
  const texts = createTextStore(database)
  return {
    tickets,
    comments: createCommentStore(database),
    files: createFileStore(database),
    readMarks: createReadMarkStore(database),
    texts,
    projectTextsOf: (person: string) => projectPerson(tickets, createTextProjection(database, texts), person),
    users: createUserStore(database, enabledQueues, now, moderatorsSeeAll),
    sessions: createSessionStore(database, now, sessionIdleMs),
    apiKeys: createApiKeyStore(database, now),
    cannedReplies: createCannedReplyStore(database),
    links: createLinkStore(database, now),
    audit: createAuditStore(database),
    deliveries: createDeliveryStore(database),
    scheduledNotifications: createScheduledStore(database, now),
    assignments: createLeaseStore(database.counters.collection, now),
    merges: createLeaseStore(database.counters.collection, now),
    trainings: createLeaseStore(database.trainings.collection, now),
  }
}
