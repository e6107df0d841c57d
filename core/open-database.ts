import mongoose, { type Connection } from 'mongoose'
import { filesSchema } from './attachments/stored-file.ts'
import { auditSchema } from './audit/audit-model.ts'
import { cannedRepliesSchema } from './canned-replies/canned-reply-model.ts'
import { catalogsSchema } from './catalog/catalog-model.ts'
import { checkpointsSchema, countersSchema } from './database/models.ts'
import { deliveriesSchema } from './notifications/deliveries/delivery.ts'
import { scheduledSchema } from './notifications/scheduled/scheduled-notification.ts'
import { retryIdempotent } from './retry-idempotent.ts'
import { textsSchema } from './search/text-model.ts'
import { commentsSchema } from './tickets/comments/comment-model.ts'
import { readMarksSchema } from './tickets/read-marks/read-mark-model.ts'
import { threadLinksSchema } from './tickets/store/thread-link-model.ts'
import { ticketsSchema } from './tickets/store/ticket-model.ts'
import { trainingsSchema, triageModelsSchema } from './triage/models/stored-models.ts'
import { apiKeysSchema } from './users/api-keys/api-key-model.ts'
import { bucketsSchema } from './users/limits/bucket-model.ts'
import { attemptsSchema } from './users/sign-in/attempt-model.ts'
import { linksSchema, sessionsSchema } from './users/sign-in/session-model.ts'
import { usersSchema } from './users/user-model.ts'

export type Database = Awaited<ReturnType<typeof openDatabase>>

/** Connections of one process to the database for those who wait for an answer. */
const maxConnections = 20
/** Few, so that a burst of background work leaves the database free for people. */
export const backgroundConnections = 8

/**
 * Connects and creates missing indexes.
 * @param uri a MongoDB connection string; its path names the database
 * @throws Error with a remedy, and without the password, if there is no server within 10 s
 */
export async function connectDatabase(uri: string): Promise<Database> {
  const database = await openDatabase(uri, maxConnections)
  try {
    // Processes that start together on an empty FerretDB meet deadlocks here.
    for (const model of Object.values(database.connection.models))
      await retryIdempotent(() => model.createIndexes())
  } catch (error) {
    // An open connection would keep the process alive.
    await database.close()
    throw error
  }
  return database
}

/**
 * Connects to a database whose indexes exist. Every operation has a deadline, so a database that hangs causes an error
 * rather than a request that never ends.
 * @param maxPoolSize further operations wait for one that ends
 * @throws as `connectDatabase`
 */
export async function openDatabase(uri: string, maxPoolSize: number) {
  const connection = await mongoose
    .createConnection(uri, {
      serverSelectionTimeoutMS: 10_000,
      socketTimeoutMS: 30_000,
      maxPoolSize,
      autoIndex: false,
    })
    .asPromise()
    .catch((error: Error) => {
      throw new Error(`No database at ${hostsOf(uri)}: start it, or correct MONGODB_URI (${error.message}).`)
    })
  return { connection, ...modelsOf(connection), close: () => connection.close() }
}

const hostsOf = (uri: string) => uri.replace(/^[^/]*\/\/(?:[^@/]*@)?([^/?]*).*$/s, '$1')

function modelsOf(connection: Connection) {
  return {
    tickets: connection.model('Ticket', ticketsSchema, 'tickets'),
    threadLinks: connection.model('ThreadLink', threadLinksSchema, 'places'),
    texts: connection.model('TicketText', textsSchema, 'searchTexts'),
    readMarks: connection.model('ReadMark', readMarksSchema, 'readMarks'),
    comments: connection.model('Comment', commentsSchema, 'comments'),
    files: connection.model('File', filesSchema, 'files'),
    users: connection.model('User', usersSchema, 'users'),
    sessions: connection.model('Session', sessionsSchema, 'sessions'),
    links: connection.model('Link', linksSchema, 'links'),
    attempts: connection.model('AttemptCount', attemptsSchema, 'attempts'),
    buckets: connection.model('Bucket', bucketsSchema, 'buckets'),
    apiKeys: connection.model('ApiKey', apiKeysSchema, 'apikeys'),
    catalogs: connection.model('Catalog', catalogsSchema, 'catalogs'),
    cannedReplies: connection.model('CannedReply', cannedRepliesSchema, 'cannedReplies'),
    audit: connection.model('AuditEntry', auditSchema, 'audit'),
    checkpoints: connection.model('Checkpoint', checkpointsSchema, 'checkpoints'),
    counters: connection.model('Counter', countersSchema, 'counters'),
    triageModels: connection.model('TriageModel', triageModelsSchema, 'triageModels'),
    trainings: connection.model('Training', trainingsSchema, 'trainings'),
    scheduledNotifications: connection.model(
      'ScheduledNotification',
      scheduledSchema,
      'scheduledNotifications',
    ),
    deliveries: connection.model('Delivery', deliveriesSchema, 'deliveries'),
  }
}

export const pingDatabase = async (database: Database) => {
  await database.connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 })
}
