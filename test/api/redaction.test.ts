import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { User } from '../../core/users/user.ts'
import type { Worker } from '../../core/workflows/worker.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from '../support/api-client.ts'
import { assignWaiting, mailAboutAccount, mailAboutTicket, triage } from '../support/run-workflows.ts'
import { deskOn } from '../support/two-desks.ts'

const lines: string[] = []
const log = createLog('trace', { write: (line) => lines.push(line) })
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

let at: Awaited<ReturnType<typeof deskOn>>
beforeAll(async () => {
  at = await deskOn(`test_${randomBytes(6).toString('hex')}`, randomBytes(48).toString('base64url'), log)
})
afterAll(async () => {
  await at.database.connection.dropDatabase()
  await at.close()
})

/** What must never be in a log, each easy to find. */
const words = {
  title: 'quicksilver-title',
  description: 'quicksilver-description',
  comment: 'quicksilver-comment',
  note: 'quicksilver-note',
  resolution: 'quicksilver-resolution',
  password: 'quicksilver-password',
  wrong: 'quicksilver-wrong-password',
  mail: 'quicksilver-mail@example.com',
  unknown: 'quicksilver-unknown@example.com',
  token: 'quicksilver-token',
}
const secrets = [/quicksilver/i, /eyJ[\w-]+\.[\w-]+\./, /dk_[\w-]{43}/, /\$2[aby]\$/]

async function person(more: Partial<User>) {
  const passwordHash = await at.desk.passwords.hash(words.password)
  const { user } = await at.desk.users.insert(
    { _id: newId(), name: 'Ann', email: null, emailVerified: true, passwordHash, ...more },
    at.desk.now(),
  )
  return { user, token: (await startSession(at.desk, user)).token }
}

/** Everything a ticket goes through, with what its people do to come in. */
async function life(url: string) {
  const ann = await person({ email: words.mail })
  const max = await person({ role: 'moderator', onDuty: true, email: 'max@example.com', name: 'Max' })
  const anonymous = apiClient(url)
  const [asAnn, asMax] = [apiClient(url, ann.token), apiClient(url, max.token)]
  const email = words.mail
  await anonymous.post('/api/auth/login', { email, password: words.wrong })
  await anonymous.post('/api/auth/login', { email, password: words.password })
  await anonymous.post('/api/auth/login', { email: words.unknown, password: words.wrong })
  await anonymous.post('/api/auth/reset', { email })
  await anonymous.post('/api/auth/signup', { email: words.unknown, name: 'Una', password: words.password })
  await anonymous.post('/api/auth/redeem', { token: words.token, password: words.password })
  await apiClient(url, words.token).get('/api/auth/me')
  await asAnn.post('/api/auth/api-keys', { name: 'Mine', scopes: ['tickets:read'] })
  const { title, description } = words
  const filed = await asAnn.post<{ ticket: { id: string } }>('/api/tickets', { title, description })
  const { id } = filed.body.ticket
  await background(id, ann.user)
  await asMax.post(`/api/tickets/${id}/claim`)
  await asMax.post(`/api/tickets/${id}/comments`, { body: words.comment })
  await asMax.post(`/api/tickets/${id}/comments`, { body: words.note, visibility: 'internal' })
  await asMax.put(`/api/tickets/${id}`, { version: 0, title })
  const resolved = await asMax.post(`/api/tickets/${id}/resolve`, { resolution: words.resolution })
  expect(resolved.status).toBe(200)
  await background(id, ann.user)
  await asAnn.call('POST', '/api/tickets', `{"title": "${title}", "description": "${description}`)
  return { id, asAnn, asMax }
}

/** Triage, assignment, and mails of which the first fail in words that quote what was to be sent. */
async function background(ticket: string, user: User) {
  let failures = 1
  const mailer = {
    send: async (mail: { text: string }) => {
      if (failures-- > 0) throw new Error(`550 ${words.mail}: no such person. ${mail.text}`)
      return '<id@desk.example>'
    },
  }
  const worker = {
    ...{ desk: at.desk, deliveries: createDeliveryStore(at.database), mailer },
    ...{ slack: null, discord: null, gemini: null, appUrl: 'https://desk.example' },
  } as unknown as Worker
  await triage(worker, ticket)
  await assignWaiting(at)
  for (let tries = 0; tries < 2; tries++) {
    await mailAboutTicket(worker, ticket).catch(() => undefined)
    await mailAboutAccount(worker, user._id).catch(() => undefined)
  }
}

/** The same desk on a database that refuses what is written, in the driver's own words: they hold the document. */
async function brokenDesk() {
  const refuse = async (document: object) => {
    const twice = { ...document, _id: newId() as never }
    await at.database.connection.collection('refused').insertMany([twice, twice])
    throw new Error('The second of two with one id was taken.')
  }
  const { tickets, comments } = at.desk
  const http = await listen(0)
  const desk = {
    ...at.desk,
    tickets: { ...tickets, insert: refuse as never },
    comments: { ...comments, insert: refuse as never },
    files: { ...at.desk.files, find: refuse as never },
  }
  http.serve(createApi({ desk, health: async () => ({}) as never, trustProxy: 0, secureCookies: false }))
  return { url: `http://127.0.0.1:${http.port}`, close: () => http.server.close() }
}

test('a ticket’s whole life leaves no word, address or secret in the log, whatever fails', async () => {
  const { id, asAnn } = await life(at.url)
  const broken = await brokenDesk()
  const there = apiClient(broken.url, (await startSession(at.desk, (await owner()) as User)).token)
  const filing = await there.post('/api/tickets', { title: words.title, description: words.description })
  const saying = await there.post(`/api/tickets/${id}/comments`, { body: words.comment })
  const link = at.desk.fileLinks.pathOf(newId())
  const downloading = await there.get(link)
  broken.close()
  expect([filing.status, saying.status, downloading.status]).toEqual([500, 500, 500])
  expect((await asAnn.get(`/api/tickets/${id}`)).status).toBe(200)

  for (const line of lines) for (const secret of secrets) expect(line).not.toMatch(secret)
  const failed = logged().filter(({ msg }) => msg === 'request failed')
  expect(failed).toMatchObject([
    { request: filing.headers.get('x-request-id'), err: { code: 11_000 } },
    { request: saying.headers.get('x-request-id'), ticket: id, err: { code: 11_000 } },
    { path: '/files/:token' },
  ])
  expect(lines.join('')).not.toContain(link)
})

const owner = () => at.desk.users.findByEmail(words.mail)

test('what somebody logs by mistake is cut out by its name', () => {
  const before = lines.length
  log.info({ password: words.password, ticket: { title: words.title } }, 'oops')
  log.error({ err: Object.assign(new Error('It failed.'), { document: words }) }, 'oops')
  const duplicate = `E11000 duplicate key error index: emailKey_1 dup key: { emailKey: "${words.mail}" }`
  log.error({ err: new Error('It failed.', { cause: new Error(duplicate) }) }, 'oops')
  const said = lines.slice(before).join('')
  expect(said).toContain('index: emailKey_1 dup key')
  expect(said).toContain('It failed.')
  expect(said).not.toMatch(/quicksilver/)
})
