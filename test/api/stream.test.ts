import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { createDesk } from '../../core/create-desk.ts'
import { createLog } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { queues } from '../../core/outbox/entry.ts'
import { claim } from '../../core/tickets/actions/claim.ts'
import { deleteTicket } from '../../core/tickets/actions/delete.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { release } from '../../core/tickets/actions/release.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import { openTicket } from '../../core/tickets/open-ticket.ts'
import { endSession } from '../../core/users/sign-in/end-session.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { User } from '../../core/users/user.ts'
import { listen } from '../../start/listen.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { type Heard, listenTo } from '../support/stream-reader.ts'

let at: DeskInProcess
/** another process as far as the desk can tell: its own connection, caches and feed */
let other: Awaited<ReturnType<typeof anotherDesk>>
let ann: Known
let max: Known
let mia: Known
let root: Known

async function anotherDesk({ database, desk }: DeskInProcess) {
  const own = await connectDatabase(`${inject('mongodb')}${database.connection.name}`)
  const second = await createDesk({
    database: own,
    enabledQueues: new Set(queues),
    jwtSecret: randomBytes(48).toString('base64url'),
    relay: () => undefined,
    log: createLog('silent'),
  })
  const http = await listen(0)
  const health = async () =>
    ({ status: 'ok', services: {}, pending: { documents: 0, oldestSeconds: 0 } }) as never
  const parts = { desk: { ...second, tokens: desk.tokens }, health, trustProxy: 0, secureCookies: false }
  http.serve(createApi(parts))
  return {
    desk: second,
    url: `http://127.0.0.1:${http.port}`,
    close: async () => {
      http.server.closeAllConnections()
      http.server.close()
      await second.passwords.close()
      await own.close()
    },
  }
}

beforeAll(async () => {
  at = await deskInProcess()
  other = await anotherDesk(at)
  ann = await at.somebody('user')
  max = await at.somebody('moderator')
  mia = await at.somebody('moderator')
  root = await at.somebody('admin')
})
afterAll(async () => {
  await other.close()
  await at.close()
})

const file = async (by: User, title = 'Printer on fire') => {
  const key = randomBytes(8).toString('hex')
  const input = { title, description: 'Flames.', urgency: 'normal' as const }
  return (await openTicket(at.desk, by, { key, source: 'web', input })).ticket
}
const of = (id: string, version?: number) => (heard: Heard) =>
  heard.data.id === id && (version === undefined || heard.data.version === version)
const settled = () => new Promise((done) => setTimeout(done, 900))
const told = (heard: Heard[]) =>
  heard
    .filter(({ event }) => event === 'ticket' || event === 'gone')
    .map(({ event, data }) => [event, data.id, data.version])

test('a change is heard on another process, as it is now', async () => {
  const stream = await listenTo(other.url, max.token)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.headers.get('x-accel-buffering')).toBe('no')
  const ticket = await file(ann.user)
  const opened = await stream.hear(of(ticket._id, 1))
  expect(opened).toMatchObject({
    event: 'ticket',
    data: {
      number: ticket.number,
      status: 'open',
      assignee: null,
      updatedAt: ticket.updatedAt.toISOString(),
    },
  })
  await perform(at.desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
  const claimed = await stream.hear(of(ticket._id, 2))
  expect(claimed.data).toMatchObject({ status: 'in_progress', assignee: max.user._id })
  await stream.leave()
})

test('each listener gets the tickets that they may see, and one event when a ticket is gone', async () => {
  const stranger = await at.somebody('user')
  const streams = await Promise.all(
    [ann, stranger, max, mia, root].map(({ token }) => listenTo(other.url, token)),
  )
  const ticket = await file(ann.user)
  await settled()
  await perform(at.desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
  await settled()
  const api = max.api
  await api.post(`/api/tickets/${ticket._id}/comments`, { body: 'Which floor?' })
  await settled()
  await perform(at.desk, root.user, deleteTicket, { id: ticket._id, surface: 'web', input: {} })
  await settled()
  const seen = (event: 'ticket' | 'gone', version?: number) => [event, ticket._id, version]
  const all = [seen('ticket', 1), seen('ticket', 2), seen('ticket', 3), seen('gone')]
  const [byAnn, byStranger, byMax, byMia, byRoot] = streams.map(({ heard }) => told(heard))
  expect(byAnn).toEqual(all)
  expect(byStranger).toEqual([])
  expect(byMax).toEqual(all)
  expect(byMia).toEqual([seen('ticket', 1), seen('gone')])
  expect(byRoot).toEqual(all)
  for (const stream of streams) await stream.leave()
})

test('a client that comes back to the same process misses nothing and gets nothing twice', async () => {
  const bystander = await listenTo(at.url, ann.token)
  const everything: Heard[] = []
  let stream = await listenTo(at.url, max.token)
  const tickets = [await file(ann.user), await file(ann.user)]
  await stream.hear(of(tickets[1]?._id ?? ''))
  for (let round = 0; round < 6; round++) {
    await stream.leave()
    everything.push(...stream.heard)
    tickets.push(await file(ann.user), await file(ann.user))
    stream = await listenTo(at.url, max.token, stream.lastId())
    expect(stream.heard[0]?.event).toBe('ready')
    tickets.push(await file(ann.user))
    if (round % 3 === 0) await stream.hear(of(tickets.at(-1)?._id ?? ''))
  }
  await stream.hear(of(tickets.at(-1)?._id ?? ''))
  await settled()
  everything.push(...stream.heard)
  const ids = told(everything).map(([, id]) => id)
  expect(ids.toSorted()).toEqual(tickets.map(({ _id }) => _id).toSorted())
  await stream.leave()
  await bystander.leave()
})

test('on return, a ticket lost meanwhile is reported as gone, and one regained as it is now', async () => {
  const bystander = await listenTo(at.url, ann.token)
  const [lost, back] = [await file(ann.user), await file(ann.user)]
  const first = await listenTo(at.url, mia.token)
  await first.leave()
  for (const { _id } of [lost, back])
    await perform(at.desk, max.user, claim, { id: _id, surface: 'web', input: {} })
  await perform(at.desk, max.user, release, { id: back._id, surface: 'web', input: {} })
  await settled()
  const second = await listenTo(at.url, mia.token, first.lastId())
  await settled()
  expect(told(second.heard)).toEqual([
    ['gone', lost._id, undefined],
    ['ticket', back._id, 3],
  ])
  await second.leave()
  await bystander.leave()
})

test('a ticket that this process has not seen before is reported as gone, however fast it changes', async () => {
  const [claimed, twice] = [await file(ann.user), await file(ann.user)]
  await settled()
  const stream = await listenTo(other.url, mia.token)
  for (const { _id } of [claimed, twice])
    await perform(at.desk, max.user, claim, { id: _id, surface: 'web', input: {} })
  const input = { resolution: 'Put it out.' }
  await perform(at.desk, max.user, resolve, { id: twice._id, surface: 'web', input })
  await settled()
  expect(told(stream.heard)).toEqual(
    expect.arrayContaining([
      ['gone', claimed._id, undefined],
      ['gone', twice._id, undefined],
    ]),
  )
  expect(told(stream.heard)).toHaveLength(2)
  await stream.leave()
})

test.each([
  ['no id of ours', () => at.url, () => 'guess'],
  ['another person’s id', () => at.url, () => foreign],
  ['an id of another process', () => other.url, (own: string) => own],
  ['an id from before everybody had left', () => at.url, (own: string) => own],
])('%s: the client has to load anew', async (_name, url, make) => {
  const own = await listenTo(at.url, max.token)
  await own.leave()
  await settled()
  const stream = await listenTo(url(), max.token, make(own.lastId()))
  expect(stream.heard.map(({ event }) => event)).toEqual(['reset'])
  await stream.leave()
})
let foreign = ''
beforeAll(async () => {
  const stream = await listenTo(at.url, ann.token)
  foreign = stream.lastId()
  await stream.leave()
})

test('the stream ends with the session, also when that ends on another process', async () => {
  const session = await startSession(at.desk, ann.user)
  const stream = await listenTo(other.url, session.token)
  const bystander = await listenTo(other.url, ann.token)
  const claims = at.desk.tokens.verify(session.token)
  await endSession(at.desk, claims.session)
  await stream.ended
  const ticket = await file(ann.user)
  await bystander.hear(of(ticket._id))
  await bystander.leave()
})

test('it ends for people who were demoted or deactivated', async () => {
  const [demoted, off] = [await at.somebody('moderator'), await at.somebody('user')]
  const streams = [await listenTo(other.url, demoted.token), await listenTo(other.url, off.token)]
  await root.api.post('/api/auth/update-user', { id: demoted.user._id, role: 'user' })
  await root.api.post('/api/auth/update-user', { id: off.user._id, active: false })
  await Promise.all(streams.map(({ ended }) => ended))
})

describe('with an API key', () => {
  type Made = { key: { id: string }; secret: string }
  const make = async (...scopes: string[]) =>
    (await ann.api.post<Made>('/api/auth/api-keys', { name: 'Program', scopes })).body

  test('a program gets what its owner may see, until the key is revoked', async () => {
    const { key, secret } = await make('tickets:read')
    const stream = await listenTo(other.url, secret)
    const [own, foreign] = [await file(ann.user), await file(max.user)]
    await stream.hear(of(own._id))
    expect(stream.heard.some(of(foreign._id))).toBe(false)
    expect((await ann.api.remove(`/api/auth/api-keys/${key.id}`)).status).toBe(204)
    await stream.ended
  })

  test('its streams are not counted among those of another key', async () => {
    const [one, another] = [await make('tickets:read'), await make('tickets:read')]
    const streams = await Promise.all(Array.from({ length: 10 }, () => listenTo(at.url, one.secret)))
    expect((await listenTo(at.url, one.secret)).status).toBe(429)
    const further = await listenTo(at.url, another.secret)
    expect(further.status).toBe(200)
    for (const stream of [...streams, further]) await stream.leave()
  })

  test('it needs the scope to read tickets', async () => {
    expect((await listenTo(at.url, (await make('tickets:write')).secret)).status).toBe(403)
  })
})

test('a requester learns of an internal note from no number, date or list', async () => {
  const ticket = await file(ann.user)
  const path = `/api/tickets/${ticket._id}`
  const [byAnn, byMax] = [await listenTo(at.url, ann.token), await listenTo(at.url, max.token)]
  const seen = async () => [(await ann.api.get(path)).body, (await ann.api.get('/api/tickets')).body]
  const before = await seen()
  await max.api.post(`${path}/comments`, { body: 'Suspicious.', visibility: 'internal' })
  await byMax.hear(of(ticket._id, 2))
  await settled()
  expect(told(byAnn.heard)).toEqual([])
  expect(await seen()).toEqual(before)
  const edited = await ann.api.put<{ ticket: { version: number } }>(path, {
    version: 1,
    title: 'Printer smokes',
  })
  expect(edited.status).toBe(200)
  expect(edited.body.ticket.version).toBe(2)
  expect((await byAnn.hear(of(ticket._id))).data).toMatchObject({ version: 2 })
  const stale = await ann.api.put<{ detail: string }>(path, { version: 1, title: 'Printer on fire again' })
  expect(stale.body.detail).toContain('is at version 2 now')
  await max.api.put(`${path}/watchers/${max.user._id}`, undefined)
  expect((await ann.api.get<{ ticket: { version: number } }>(path)).body.ticket.version).toBe(2)
  await Promise.all([byAnn.leave(), byMax.leave()])
})

test('a new watcher gets the ticket', async () => {
  const [bob, ticket] = [await at.somebody('user'), await file(ann.user)]
  const stream = await listenTo(at.url, bob.token)
  await root.api.put(`/api/tickets/${ticket._id}/watchers/${bob.user._id}`, undefined)
  await stream.hear(of(ticket._id, 1))
  await stream.leave()
})

test('an eleventh stream of one session is refused', async () => {
  const person = await at.somebody('user')
  const streams = await Promise.all(Array.from({ length: 10 }, () => listenTo(at.url, person.token)))
  expect((await listenTo(at.url, person.token)).status).toBe(429)
  for (const stream of streams) await stream.leave()
})

test('1,000 streams on one process: each gets what it may, once', async () => {
  const sessions = await Promise.all(
    Array.from(
      { length: 100 },
      async (_, index) => (await startSession(at.desk, index % 2 ? max.user : ann.user)).token,
    ),
  )
  // One alone: it finds out which kept connections the server has closed meanwhile, before a thousand use them.
  const warm = await listenTo(other.url, max.token)
  const streams = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) => listenTo(other.url, sessions[index % 100] ?? '')),
  )
  const stranger = await at.somebody('user')
  const ticket = await file(stranger.user)
  await Promise.all(streams.filter((_, index) => index % 2).map((stream) => stream.hear(of(ticket._id))))
  await settled()
  for (const [index, { heard }] of streams.entries()) expect(told(heard)).toHaveLength(index % 2)
  await Promise.all([warm, ...streams].map((stream) => stream.leave()))
})
