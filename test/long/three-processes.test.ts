import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startDiscord } from '../../local/discord/start-discord.ts'
import { startMailbox } from '../../local/mail/mailbox.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskProcess, startDeskProcess } from '../support/desk-process.ts'
import { startInngestFor } from '../support/start-inngest.ts'
import { listenTo } from '../support/stream-reader.ts'
import { waitFor } from '../support/wait-for.ts'

/*
 * Three processes on one database: the first serves the API, the second works and is connected to Discord, the third
 * serves the API and stands by for Discord.
 */
const discordIds = {
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  applicationId: '100000000000000003',
  token: 'local.token.secret',
}

let discord: Awaited<ReturnType<typeof startDiscord>>
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let folder: string
let inngest: Awaited<ReturnType<typeof startInngestFor>>
let mongodb: string
let first: DeskProcess
let second: DeskProcess
let third: DeskProcess
let token: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-three-'))
  const name = `three-${randomBytes(4).toString('hex')}`
  mongodb = `${inject('mongodb')}${name}`
  discord = await startDiscord(discordIds)
  mailbox = await startMailbox({ folder: join(folder, 'mail'), report: () => {} })
  inngest = await startInngestFor(folder)
  const start = (roles: string) =>
    startDeskProcess({
      PORT: '0',
      DESK_ROLES: roles,
      DESK_DATA: join(folder, roles.replaceAll(',', '-')),
      JWT_SECRET: name.repeat(4),
      MONGODB_URI: mongodb,
      ...inngest.variables,
      INNGEST_APP_ID: name,
      MAILTRAP_SMTP_HOST: '127.0.0.1',
      MAILTRAP_SMTP_PORT: String(mailbox.port),
      MAILTRAP_SMTP_USER: mailbox.user,
      MAILTRAP_SMTP_PASS: mailbox.pass,
      DISCORD_TOKEN: discordIds.token,
      DISCORD_GUILD_ID: discordIds.guildId,
      DISCORD_CHANNEL_ID: discordIds.channelId,
      DISCORD_API_URL: discord.apiUrl,
    })
  first = await start('api')
  const admin = { email: 'root@example.com', name: 'Root Roe', password: 'correct horse battery' }
  const redeemed = await apiClient(first.url).post<{ token: string }>('/api/auth/redeem', {
    token: first.setupToken,
    ...admin,
  })
  token = redeemed.body.token
  second = await start('worker,discord')
  await waitFor(() => discord.isConnected(), { what: 'the Discord bot', timeoutMs: 20_000 })
  third = await start('api,discord')
})
afterAll(async () => {
  await Promise.all([first, second, third].map((process) => process?.stop()))
  const database = await mongoose.createConnection(mongodb).asPromise()
  await database.dropDatabase()
  await database.close()
  await Promise.all([inngest?.stop(), discord.close(), mailbox.stop()])
  await rm(folder, { recursive: true, force: true })
})

type Services = { services: Record<string, { state: string; detail: string }> }
const serviceOf = async (desk: DeskProcess, name: string) =>
  (await apiClient(desk.url).get<Services>('/api/health')).body.services[name]

type Seen = { version: number; triage: { engine: string } | null }

test('filed on the first, triaged by the second, seen live on the third, shown in Discord', async () => {
  const stream = await listenTo(third.url, token)
  const { body } = await apiClient(first.url, token).post<{ ticket: { id: string } }>('/api/tickets', {
    title: 'The VPN is down',
    description: 'I cannot connect to the VPN from home.',
  })
  const { id } = body.ticket
  // The stream looks every 250 ms and tells the newest version, which may be the second already.
  await stream.hear(({ data }) => data.id === id)
  const read = async () =>
    (await apiClient(third.url, token).get<{ ticket: Seen }>(`/api/tickets/${id}`)).body.ticket
  const { version } = await waitFor(async () => ((await read()).triage?.engine === 'local' ? read() : null), {
    what: 'its triage',
    timeoutMs: 20_000,
  })
  await stream.hear(({ data }) => data.id === id && Number(data.version) >= version)
  const thread = () => discord.threads().find(({ name }) => name.includes('The VPN is down'))
  await waitFor(thread, { what: 'the thread in Discord', timeoutMs: 20_000 })
  await stream.leave()
})

test('each does its own part only', async () => {
  expect((await apiClient(second.url, token).get('/api/tickets')).status).toBe(404)
  expect((await apiClient(second.url).get('/api/health/ready')).status).toBe(200)
  expect((await apiClient(second.url).get('/metrics')).status).toBe(200)
  expect(await serviceOf(first, 'discord')).toMatchObject({
    detail: 'runs in another process (see DESK_ROLES)',
  })
  expect(await serviceOf(third, 'inngest')).toMatchObject({
    detail: 'runs in another process (see DESK_ROLES)',
  })
  expect(await serviceOf(second, 'discord')).toMatchObject({ state: 'up' })
  await waitFor(async () => (await serviceOf(third, 'discord'))?.detail === 'another process is connected', {
    what: 'the third to stand by',
    timeoutMs: 15_000,
  })
})

test('when the second is killed the third takes the connection to Discord over within 20 s', async () => {
  await second.kill()
  await waitFor(() => !discord.isConnected(), { what: 'the end of the old connection' })
  await waitFor(() => discord.isConnected(), { what: 'the new connection', timeoutMs: 20_000 })
  await waitFor(async () => (await serviceOf(third, 'discord'))?.detail !== 'another process is connected', {
    what: 'the third to say so',
  })
})
