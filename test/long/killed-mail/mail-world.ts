import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { createReplyAddresses } from '../../../core/notifications/mail/reply-address.ts'
import { openDatabase } from '../../../core/open-database.ts'
import type { TicketView } from '../../../core/tickets/ticket-view.ts'
import { createUserStore } from '../../../core/users/user-store.ts'
import type { UserView } from '../../../core/users/user-view.ts'
import { startMailbox } from '../../../local/mail/mailbox.ts'
import { startImapServer } from '../../doubles/imap/imap-server.ts'
import { apiClient } from '../../support/api-client.ts'
import { type DeskProcess, startDeskProcess } from '../../support/desk-process.ts'
import { startInngestFor } from '../../support/start-inngest.ts'
import { waitFor } from '../../support/wait-for.ts'

export const deskAddress = 'support@example.com'
export const rootAddress = 'root@example.com'
const jwtSecret = randomBytes(48).toString('base64url')
const webhookSecret = randomBytes(16).toString('hex')

export type MailWorld = Awaited<ReturnType<typeof createMailWorld>>
type Health = { services: Record<string, { state: string }>; pending: { documents: number } }

/** A desk process that gets mails from a mailbox and from a provider, without chats, so that it is soon up again. */
export async function createMailWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'deskbridge-killed-mail-'))
  const name = `killed-mail-${randomBytes(4).toString('hex')}`
  const mongodb = `${inject('mongodb')}${name}`
  const inbox = await startImapServer({ user: deskAddress, pass: 'a password' })
  const outgoing = await startMailbox({ folder: join(folder, 'mail'), report: () => {} })
  const inngest = await startInngestFor(folder)
  const environment = {
    ...{ PORT: '0', DESK_DATA: join(folder, 'data'), MONGODB_URI: mongodb, JWT_SECRET: jwtSecret },
    ...{ ...inngest.variables, INNGEST_APP_ID: name },
    ...{ MAILTRAP_SMTP_HOST: outgoing.host, MAILTRAP_SMTP_PORT: String(outgoing.port) },
    ...{ MAILTRAP_SMTP_USER: outgoing.user, MAILTRAP_SMTP_PASS: outgoing.pass },
    ...{ INBOUND_MAIL_ADDRESS: deskAddress, IMAP_URL: inbox.url, INBOUND_MAIL_WEBHOOK_SECRET: webhookSecret },
  }
  let desk = await startDeskProcess(environment)
  const replyTo = await ticketOfRoot(desk)
  const database = await openDatabase(mongodb, 5)
  const users = createUserStore(database, new Set(), () => new Date())

  const health = async () => (await apiClient(desk.url).get<Health>('/api/health')).body
  await waitFor(async () => (await health()).services['mail-in']?.state === 'up', {
    what: 'the mailbox',
    timeoutMs: 60_000,
  })

  /** Adds an account with a confirmed address. */
  const addPerson = (email: string) =>
    users.insert({ _id: newId(), email, name: email, emailVerified: true }, new Date())

  async function restart() {
    desk = await startDeskProcess(environment)
  }

  /** As a provider does: again until it hears 200. */
  async function post(raw: string): Promise<void> {
    const headers = { authorization: `Bearer ${webhookSecret}`, 'content-type': 'message/rfc822' }
    await waitFor(
      () =>
        fetch(`${desk.url}/api/inbound-mail`, { method: 'POST', headers, body: raw }).then(
          ({ status }) => status === 200,
          () => false,
        ),
      { what: 'a mail to be taken in', timeoutMs: 60_000, everyMs: 200 },
    )
  }

  /** The Message-IDs of the mails to an address. One that is sent again keeps its own. */
  async function lettersTo(email: string): Promise<Set<string | undefined>> {
    const heads = (await outgoing.list({ limit: 100 })).filter(({ to }) => to.includes(email))
    const letters = await Promise.all(heads.map(({ id }) => outgoing.read(id)))
    return new Set(letters.map((letter) => letter?.messageId))
  }

  async function close() {
    await desk.stop()
    await database.connection.dropDatabase()
    await database.close()
    await Promise.all([inngest.stop(), inbox.stop(), outgoing.stop()])
    await rm(folder, { recursive: true, force: true })
  }

  const kill = () => desk.kill()
  return { database, inbox, replyTo, health, addPerson, kill, restart, post, lettersTo, close }
}

/** @returns the address at which Root answers their ticket */
async function ticketOfRoot(desk: DeskProcess): Promise<string> {
  const redeemed = await apiClient(desk.url).post<{ user: UserView; token: string }>('/api/auth/redeem', {
    ...{ token: desk.setupToken, email: rootAddress, name: 'Root Roe' },
    password: 'correct horse battery',
  })
  const { user, token } = redeemed.body
  const input = { title: 'The first of Root', description: 'It burns.' }
  const filed = await apiClient(desk.url, token).post<{ ticket: TicketView }>('/api/tickets', input)
  const { id: _id, number } = filed.body.ticket
  const to = { ticket: { _id, number }, user: user.id, visibility: 'public' as const }
  return createReplyAddresses(jwtSecret, deskAddress).sign(to)
}
