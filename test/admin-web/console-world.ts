import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { inject } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import type { UpdateUser } from '../../core/users/update-user.ts'
import type { UserView } from '../../core/users/user-view.ts'
import { launchChromium } from '../local/chromium.ts'
import { apiClient } from '../support/api-client.ts'
import { startDeskProcess } from '../support/desk-process.ts'
import { startInngestFor } from '../support/start-inngest.ts'
import { waitFor } from '../support/wait-for.ts'

const maxPages = 10
export const password = 'correct horse battery'
type SignedIn = { user: UserView; token: string }
export type Somebody = SignedIn & { email: string; context: BrowserContext }
export type ConsoleWorld = Awaited<ReturnType<typeof createConsoleWorld>>

/** A whole desk with its local mailbox, and a browser. */
export async function createConsoleWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'deskbridge-console-'))
  const name = `console-${randomBytes(4).toString('hex')}`
  const inngest = await startInngestFor(folder)
  const [desk, browser] = await Promise.all([
    startDeskProcess({
      PORT: '0',
      DESK_DATA: folder,
      MONGODB_URI: `${inject('mongodb')}${name}`,
      ...inngest.variables,
      INNGEST_APP_ID: name,
    }),
    launchChromium(),
  ])
  const anonymous = apiClient(desk.url)

  /** A browser of somebody's own: its cookies, and what goes wrong in its pages. */
  async function newContext(more: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      baseURL: desk.url,
      viewport: { width: 1280, height: 860 },
      ...more,
    })
    context.setDefaultTimeout(15_000)
    // pages that tests leave open would go on asking the desk
    context.on('page', () => {
      const oldest = context.pages()[0]
      if (context.pages().length > maxPages) void oldest?.close()
    })
    return context
  }

  /** The first admin, made without the browser. */
  const makeAdmin = (name: string) =>
    signedInAs(`${name.toLowerCase().replaceAll(' ', '.')}@example.com`, (email) =>
      anonymous.post('/api/auth/redeem', { token: desk.setupToken, email, name, password }),
    )

  /** Signs somebody up, follows the link in their mail and gives them what `more` says. */
  async function makePerson(admin: SignedIn, name: string, more: Omit<UpdateUser, 'id'> = {}) {
    const address = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
    await anonymous.post('/api/auth/signup', { name, email: address })
    const token = await linkMailedTo(admin, address)
    const joined = await anonymous.post<SignedIn>('/api/auth/redeem', { token, password })
    await apiClient(desk.url, admin.token).post('/api/auth/update-user', { id: joined.body.user.id, ...more })
    return signedInAs(address, (email) => anonymous.post('/api/auth/login', { email, password }))
  }

  async function signedInAs(email: string, enter: (email: string) => Promise<{ body: object }>) {
    const { body } = await enter(email)
    const { user, token } = body as SignedIn
    const context = await newContext()
    await context.request.post('/api/auth/login', { data: { email, password } })
    return { user, token, email, context } satisfies Somebody
  }

  /** The secret of the newest link that was mailed to this address. */
  const linkMailedTo = (admin: SignedIn, address: string) =>
    waitFor(
      async () => {
        const api = apiClient(desk.url, admin.token)
        const { body } = await api.get<{ messages: { id: string; to: string | string[] }[] }>('/api/mailbox')
        const mail = body.messages.find(({ to }) => String(to).includes(address))
        if (!mail) return null
        const read = await api.get<{ message: { text: string } }>(`/api/mailbox/${mail.id}`)
        return /\/welcome#([\w-]+)/.exec(read.body.message.text)?.[1]
      },
      { what: `a mail to ${address}`, timeoutMs: 30_000, everyMs: 200 },
    )

  async function fileTicket(requester: SignedIn, title: string, description = 'It happens every day.') {
    const filed = await apiClient(desk.url, requester.token).post<{ ticket: TicketView }>('/api/tickets', {
      title,
      description,
    })
    return filed.body.ticket
  }

  async function close() {
    await browser.close()
    await desk.stop()
    await inngest.stop()
    await rm(folder, { recursive: true, force: true })
  }

  const api = (somebody: SignedIn) => apiClient(desk.url, somebody.token)
  return { desk, folder, newContext, makeAdmin, makePerson, linkMailedTo, fileTicket, api, close }
}
