import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { inject } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import type { UserView } from '../../core/users/user-view.ts'
import { type DiscordOptions, startDiscord } from '../../local/discord/start-discord.ts'
import * as gemini from '../../local/gemini/behaviours.ts'
import { startGemini } from '../../local/gemini/gemini.ts'
import { startMailbox } from '../../local/mail/mailbox.ts'
import { startSlack } from '../../local/slack/slack.ts'
import type { SlackOptions } from '../../local/slack/slack-options.ts'
import { apiClient } from './api-client.ts'
import { startDeskProcess } from './desk-process.ts'
import { type InngestServer, startInngestFor } from './start-inngest.ts'
import { waitFor } from './wait-for.ts'

export const people = {
  ada: { slack: 'U0ADA', email: 'ada@example.com', name: 'Ada Lovelace' },
  max: { discord: '200000000000000001', email: 'max@example.com', name: 'Max Moe' },
  mia: { discord: '200000000000000002', email: 'mia@example.com', name: 'Mia Mee' },
} as const

const ids = {
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  applicationId: '100000000000000003',
  token: 'local.token.secret',
}
const slackKeys = { signingSecret: 'slack-signing-secret', botToken: 'xoxb-local', appToken: 'xapp-local' }

export type Transport = 'socket' | 'http'
type Options = {
  transport?: Transport
  withGemini?: boolean
  /** one that the test itself starts and stops */
  inngest?: InngestServer
  /** how the platforms differ from those of other stories, e.g. in how fast they take messages */
  slack?: Partial<SlackOptions>
  discord?: Partial<DiscordOptions>
  /** settings beside those of the world */
  settings?: Record<string, string>
}
export type World = Awaited<ReturnType<typeof createWorld>>

/**
 * A whole desk as a process of its own, with everything that is outside of it: Slack, Discord, Gemini and a mail
 * server run here, and Inngest and the database for real.
 */
export async function createWorld({
  transport = 'socket',
  withGemini = true,
  inngest,
  settings,
  ...platforms
}: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'deskbridge-story-'))
  const name = `story-${randomBytes(4).toString('hex')}`
  const mongodb = `${inject('mongodb')}${name}`
  const [server, slack, discord, model] = await Promise.all([
    startInngestFor(folder, inngest),
    startSlack({ ...slackKeys, ...platforms.slack }),
    startDiscord({ ...ids, ...platforms.discord }),
    startGemini({ delayMs: 300 }),
  ])
  let mailbox = await startMailbox({ folder: join(folder, 'mail'), report: () => {} })
  const mailPort = mailbox.port
  model.usually(gemini.answers(goodAnswer))

  slack.addPerson({
    id: people.ada.slack,
    name: 'ada',
    realName: people.ada.name,
    email: people.ada.email,
    emailConfirmed: true,
  })
  discord.addPerson({ id: people.max.discord, username: 'max', globalName: people.max.name })
  discord.addPerson({ id: people.mia.discord, username: 'mia', globalName: people.mia.name })

  const environment: Record<string, string> = {
    PORT: '0',
    DESK_DATA: join(folder, 'data'),
    MONGODB_URI: mongodb,
    ...server.variables,
    INNGEST_APP_ID: name,
    MAILTRAP_SMTP_HOST: '127.0.0.1',
    MAILTRAP_SMTP_PORT: String(mailPort),
    MAILTRAP_SMTP_USER: mailbox.user,
    MAILTRAP_SMTP_PASS: mailbox.pass,
    SLACK_BOT_TOKEN: slackKeys.botToken,
    SLACK_API_URL: slack.url,
    SLACK_MESSAGES_PER_SECOND: '50',
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: slackKeys.appToken }
      : { SLACK_SIGNING_SECRET: slackKeys.signingSecret }),
    DISCORD_TOKEN: ids.token,
    DISCORD_GUILD_ID: ids.guildId,
    DISCORD_CHANNEL_ID: ids.channelId,
    DISCORD_API_URL: discord.apiUrl,
    ...(withGemini ? { GEMINI_API_KEY: model.apiKey, GEMINI_BASE_URL: model.url } : {}),
    ...settings,
  }

  let desk = await startDeskProcess(environment)
  const admin = await makeAdmin(desk)
  const database = await mongoose.createConnection(mongodb).asPromise()

  /** Waits until both platforms have their bot and Inngest its worker. */
  async function connected() {
    await slack.connect(
      transport === 'socket' ? { mode: 'socket' } : { mode: 'http', url: `${desk.url}/slack/events` },
    )
    await waitFor(() => discord.isConnected() && discord.commands().length > 0, {
      what: 'the Discord bot',
      timeoutMs: 20_000,
    })
    await workerConnected()
  }

  const workerConnected = () =>
    waitFor(async () => (await health()).services.inngest?.state === 'up', {
      what: 'the Inngest worker',
      timeoutMs: 30_000,
    })

  const health = async () =>
    (
      await apiClient(desk.url).get<{
        services: Record<string, { state: string; detail: string }>
        pending: { documents: number }
      }>('/api/health')
    ).body

  /** Another life of the desk on the same database. */
  async function restart() {
    desk = await startDeskProcess(environment)
    await connected()
  }

  /** A life in which nothing is sent, since this process only answers the API. */
  async function restartWithoutWorker() {
    await desk.stop()
    desk = await startDeskProcess({ ...environment, DESK_ROLES: 'api' })
  }

  const api = (token = admin.token) => apiClient(desk.url, token)

  /** Makes a moderator through the API as an admin does, with a linked Discord account. */
  async function moderator(
    { email, name, discord: account }: { email: string; name: string; discord: string },
    more: object = {},
  ) {
    const user = await signUp(email, name)
    const update = {
      id: user.id,
      role: 'moderator',
      onDuty: true,
      skills: ['Printers', 'Hardware'],
      capacity: 50,
      discord: account,
      ...more,
    }
    const changed = await api().post<{ user: UserView }>('/api/auth/update-user', update)
    if (changed.status !== 200) throw new Error(JSON.stringify(changed.body))
    return changed.body.user
  }

  /** Signs up and follows the link in the mail. */
  async function signUp(email: string, fullName: string) {
    await apiClient(desk.url).post('/api/auth/signup', {
      email,
      name: fullName,
    })
    const mail = await waitFor(() => mailTo(email, /Confirm/), {
      what: `the confirmation for ${email}`,
      timeoutMs: 20_000,
    })
    const token = mail.text.match(/\/welcome#([\w-]+)/)?.[1]
    const { body } = await apiClient(desk.url).post<{ user: UserView; token: string }>('/api/auth/redeem', {
      token,
      password: 'correct horse battery',
    })
    return { ...body.user, token: body.token }
  }

  async function signIn(email: string) {
    const { body } = await apiClient(desk.url).post<{ token: string }>('/api/auth/login', {
      email,
      password: 'correct horse battery',
    })
    return apiClient(desk.url, body.token)
  }

  /** All mails to an address, newest first, read whole. @param about matches their subject or the first line of the text */
  async function mailsTo(email: string, about: RegExp = /./) {
    const heads = (await mailbox.list({ limit: 100 })).filter((head) => head.to.join().includes(email))
    const mails = await Promise.all(heads.map((head) => mailbox.read(head.id)))
    return mails
      .filter((mail) => mail !== undefined)
      .filter(({ subject, text }) => about.test(subject) || about.test(text.split('\n', 1)[0] ?? ''))
  }
  const mailTo = async (email: string, about?: RegExp) => (await mailsTo(email, about))[0]

  const stopMail = () => mailbox.stop()
  async function startMail() {
    mailbox = await startMailbox({ folder: join(folder, 'mail'), report: () => {}, port: mailPort })
  }

  async function ticket(title: string): Promise<TicketView> {
    const { body } = await api().get<{ tickets: { id: string; title: string }[] }>('/api/tickets?limit=100')
    const found = body.tickets.find((one) => one.title === title)
    if (!found) throw new Error(`There is no ticket "${title}".`)
    return (await api().get<{ ticket: TicketView }>(`/api/tickets/${found.id}`)).body.ticket
  }

  async function close() {
    await desk.stop()
    await database.dropDatabase()
    await database.close()
    await Promise.all([server.stop(), slack.close(), discord.close(), model.close(), mailbox.stop()])
    await rm(folder, { recursive: true, force: true })
  }

  return {
    slack,
    discord,
    gemini: model,
    dataFolder: environment.DESK_DATA ?? '',
    admin,
    database,
    desk: () => desk,
    thread: (title: string) => discord.threads().find((thread) => thread.name.includes(title)),
    connected,
    workerConnected,
    health,
    restart,
    restartWithoutWorker,
    api,
    moderator,
    signUp,
    signIn,
    mailsTo,
    mailTo,
    stopMail,
    startMail,
    ticket,
    close,
  }
}

const goodAnswer = {
  category: 'Hardware',
  priority: 'urgent',
  summary: 'A printer is burning.',
  skills: ['Printers'],
  notes: '- Pull the plug.',
  confidence: 0.92,
  reasons: ['people are in danger'],
}

async function makeAdmin(desk: Awaited<ReturnType<typeof startDeskProcess>>) {
  const { body } = await apiClient(desk.url).post<{ user: UserView; token: string }>('/api/auth/redeem', {
    token: desk.setupToken,
    email: 'root@example.com',
    name: 'Root Roe',
    password: 'correct horse battery',
  })
  return body
}

/** Files a ticket in Slack as Ada does. @returns the time of the submission's ack, and when it was submitted */
export async function fileInSlack(
  world: World,
  title: string,
  options: { times?: number; together?: boolean } = {},
) {
  const ada = world.slack.as(people.ada.slack)
  await ada.command('/ticket', title)
  const modal = await ada.modal()
  const submittedAt = Date.now()
  const submission = await modal.submit({ 'What happened?': 'It is burning. Flames!' }, options)
  return { submission, modal, submittedAt }
}
