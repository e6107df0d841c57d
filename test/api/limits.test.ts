import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { listenTo } from '../support/stream-reader.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess({
    limits: { tickets: 10, comments: 10, files: 10, changes: 60, streams: 10 },
    signUp: { domains: ['example.com'] },
  })
})
afterAll(() => at.close())

const ticket = { title: 'Printer on fire', description: 'Flames.' }
type Filed = { ticket: { id: string; number: number } }
const statuses = (answers: { status: number }[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]),
  )
const many = <T>(count: number, ask: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)))
const keyOf = async (who: Known) => {
  const scopes = ['tickets:write', 'tickets:read']
  const { body } = await who.api.post<{ secret: string }>('/api/auth/api-keys', {
    name: 'Monitoring',
    scopes,
  })
  return apiClient(at.url, body.secret)
}

test('one person files no more than the limit, by whatever session or key', async () => {
  const ann = await at.somebody('user')
  const clients = [ann.api, await keyOf(ann), await keyOf(ann)]
  const answers = await many(40, (index) => (clients[index % 3] ?? ann.api).post('/api/tickets', ticket))
  expect(statuses(answers)).toEqual({ 201: 10, 429: 30 })
  const refused = answers.find(({ status }) => status === 429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused?.body).toMatchObject({
    detail: expect.stringMatching(/filed many tickets.* Try again in \d+ seconds/),
  })
  expect((await (await at.somebody('user')).api.post('/api/tickets', ticket)).status).toBe(201)
})

test('a repeated request finds its ticket, and does not count', async () => {
  const ann = await at.somebody('user')
  const file = (key: string) => ann.api.post<Filed>('/api/tickets', ticket, { 'idempotency-key': key })
  const first = await file('one')
  expect(statuses(await many(30, () => file('one')))).toEqual({ 200: 30 })
  expect(statuses(await many(20, (index) => file(`another ${index}`.replace(' ', '-'))))).toEqual({
    201: 9,
    429: 11,
  })
  const again = await file('one')
  expect(again.status).toBe(200)
  expect(again.body.ticket.number).toBe(first.body.ticket.number)
})

test('a refused filing uses up no ticket number', async () => {
  const ann = await at.somebody('user')
  const file = () => ann.api.post('/api/tickets', ticket)
  const lastNumber = async () => (await at.database.counters.findById('tickets').lean())?.value
  for (let index = 0; index < 10; index++) await file()
  const before = await lastNumber()
  for (let index = 0; index < 10; index++) expect((await file()).status).toBe(429)
  expect(await lastNumber()).toBe(before)
})

test('comments and other changes have limits too', async () => {
  const ann = await at.somebody('user')
  const { id } = (await ann.api.post<Filed>('/api/tickets', ticket)).body.ticket
  const answers = await many(15, () => ann.api.post(`/api/tickets/${id}/comments`, { body: 'And?' }))
  expect(statuses(answers)).toEqual({ 201: 10, 429: 5 })
  const edits: { status: number }[] = []
  for (let index = 0; index < 70; index++)
    edits.push(await ann.api.post('/api/auth/profile', { name: `Ann ${index}` }))
  expect(statuses(edits)).toEqual({ 200: 60, 429: 10 })
})

test('a moderator who answers quickly is not held up', async () => {
  const [ann, max] = [await at.somebody('user'), await at.somebody('moderator')]
  const { id } = (await ann.api.post<Filed>('/api/tickets', ticket)).body.ticket
  const answers: { status: number }[] = []
  for (let index = 0; index < 40; index++)
    answers.push(await max.api.post(`/api/tickets/${id}/comments`, { body: `Try this ${index}.` }))
  expect(statuses(answers)).toEqual({ 201: 40 })
})

test('60 keys at the same moment are 50', async () => {
  const max = await at.somebody('moderator')
  const make = () => max.api.post('/api/auth/api-keys', { name: 'Monitoring', scopes: ['tickets:read'] })
  expect(statuses(await many(60, make))).toEqual({ 201: 50, 409: 10 })
  const { keys } = (await max.api.get<{ keys: { id: string }[] }>('/api/auth/api-keys')).body
  expect(keys).toHaveLength(50)
  await max.api.remove(`/api/auth/api-keys/${keys[7]?.id}`)
  expect(statuses(await many(5, make))).toEqual({ 201: 1, 409: 4 })
})

test('keys from before there were slots count', async () => {
  const max = await at.somebody('moderator')
  const make = () => max.api.post('/api/auth/api-keys', { name: 'Monitoring', scopes: ['tickets:read'] })
  await many(49, make)
  await at.database.apiKeys.updateMany({ user: max.user._id }, { $unset: { slot: 1 } })
  expect(statuses(await many(3, make))).toEqual({ 201: 1, 409: 2 })
})

test('streams are counted for a person, not for a session, also when they open at once', async () => {
  const ann = await at.somebody('user')
  const secret = (
    await ann.api.post<{ secret: string }>('/api/auth/api-keys', { name: 'Live', scopes: ['tickets:read'] })
  ).body.secret
  const streams = await many(20, (index) => listenTo(at.url, index % 2 ? ann.token : secret))
  expect(statuses(streams)).toEqual({ 200: 10, 429: 10 })
  await Promise.all(streams.filter(({ status }) => status === 200).map((stream) => stream.leave()))
})

describe('sign-up for one domain', () => {
  const signUp = (email: string) =>
    at.anonymous.post<{ errors: { field: string }[] }>('/api/auth/signup', {
      email,
      name: 'Eve',
      password: 'correct horse battery',
    })

  test('takes its addresses, known or not, alike', async () => {
    const ann = await at.somebody('user')
    expect((await signUp('new@example.com')).status).toBe(202)
    expect((await signUp(ann.user.email ?? '')).status).toBe(202)
  })

  test('refuses others at the field, and makes no account', async () => {
    const refused = await signUp('eve@evil.example')
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0]?.field).toBe('email')
    expect(await at.desk.users.findByEmail('eve@evil.example')).toBeNull()
  })
})
