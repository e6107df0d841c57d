import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import type { Mailbox } from '../../api/routes/mailbox.ts'
import { createDesk, type DeskParts } from '../../core/create-desk.ts'
import type { Desk } from '../../core/desk.ts'
import { newId } from '../../core/ids.ts'
import { type InboundMail, receiveMail } from '../../core/inbound-mail/receive-mail.ts'
import { createReplyReader } from '../../core/inbound-mail/reply-reader.ts'
import { createLog } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { queues } from '../../core/outbox/entry.ts'
import type { Provider } from '../../core/users/openid/provider.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { Role, User } from '../../core/users/user.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from './api-client.ts'
import { withCheapHashes } from './cheap-hashes.ts'

export const freshDatabase = () => `${inject('mongodb')}test_${randomBytes(6).toString('hex')}`

type MailIn = {
  secret?: string
  authservId?: string
  answersUnknown?: boolean
  maxBytes?: number
  maxWaitMs?: number
}

type Options = Pick<
  DeskParts,
  | 'now'
  | 'limits'
  | 'fileLimits'
  | 'scanner'
  | 'signUp'
  | 'secondFactor'
  | 'countedPerRequester'
  | 'claimMinutes'
  | 'moderatorsSeeAll'
> & {
  mailbox?: Mailbox
  /** gets mail at support@example.com */
  inboundMail?: MailIn
  /** a built console, which is served beside the API */
  consoleFolder?: string
  /** for many passwords and recovery codes */
  cheapHashes?: boolean
  /** given the desk's address */
  providers?: (url: string) => Provider[]
}

/** Core and API on a database of their own, without background work: what would be sent is written in `relayed`. */
export async function deskInProcess({
  mailbox,
  inboundMail,
  consoleFolder,
  providers,
  cheapHashes = false,
  ...options
}: Options = {}) {
  const database = await connectDatabase(freshDatabase())
  const relayed: { owner: string; document: string }[] = []
  const created = await createDesk({
    database,
    enabledQueues: new Set(queues),
    jwtSecret: randomBytes(48).toString('base64url'),
    relay: (owner, { _id }) => relayed.push({ owner, document: _id }),
    log: createLog('silent'),
    mailAddress: inboundMail && mailAddress,
    ...options,
  })
  const desk = cheapHashes ? { ...created, passwords: withCheapHashes(created.passwords) } : created
  const http = await listen(0)
  const health = async () => ({
    status: 'ok' as const,
    services: {} as never,
    pending: { documents: 0, oldestSeconds: 0 },
  })
  const url = `http://127.0.0.1:${http.port}`
  const inbound = inboundMail && inboundOf(desk, inboundMail)
  const posted = inbound && {
    receive: (source: AsyncIterable<Uint8Array>) => receiveMail(inbound, source),
    secret: inboundMail.secret,
    maxBytes: inbound.maxBytes,
    ...(inboundMail.maxWaitMs ? { maxWaitMs: inboundMail.maxWaitMs } : {}),
  }
  const parts = { desk, health, mailbox, inboundMail: posted, consoleFolder, providers: providers?.(url) }
  http.serve(createApi({ ...parts, trustProxy: 0, secureCookies: false }))

  async function close() {
    http.server.closeAllConnections()
    http.server.close()
    await desk.passwords.close()
    await inbound?.reader.close()
    await database.connection.dropDatabase()
    await database.close()
  }

  return { database, desk, inbound, url, relayed, close, anonymous: apiClient(url), ...people(desk, url) }
}

const mailAddress = 'support@example.com'

const inboundOf = (
  desk: Desk,
  { authservId, answersUnknown = true, maxBytes = 1_000_000 }: MailIn,
): InboundMail => ({
  desk,
  policy: { address: mailAddress, authservId: authservId ?? null, answersUnknown },
  maxBytes,
  host: 'desk.example',
  reader: createReplyReader(),
})

export type DeskInProcess = Awaited<ReturnType<typeof deskInProcess>>
export type Known = { user: User; token: string; api: ReturnType<typeof apiClient> }

function people(desk: Desk, url: string) {
  /** Somebody with a role, signed in. */
  async function somebody(role: Role, more: Partial<User> = {}): Promise<Known> {
    const name = more.name ?? `${role} ${randomBytes(3).toString('hex')}`
    const email = `${name.replaceAll(' ', '.')}@example.com`
    const { user } = await desk.users.insert(
      { _id: newId(), email, name, role, emailVerified: true, ...more },
      desk.now(),
    )
    const { token } = await startSession(desk, user)
    return { user, token, api: apiClient(url, token) }
  }
  return { somebody }
}
