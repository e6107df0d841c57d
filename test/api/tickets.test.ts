import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

type Shown = { ticket: TicketView; may: Record<string, boolean> }

let at: DeskInProcess
let ann: Known
let max: Known
let root: Known

beforeAll(async () => {
  at = await deskInProcess()
  ann = await at.somebody('user', { name: 'Ann Lee' })
  max = await at.somebody('moderator', { name: 'Max Moe' })
  root = await at.somebody('admin', { name: 'Root Roe' })
})
afterAll(() => at.close())

const file = (who: Known, title = 'Printer on fire', headers = {}) =>
  who.api.post<Shown>('/api/tickets', { title, description: 'Flames come out of **it**.' }, headers)

describe('filing', () => {
  test('makes a numbered ticket that its requester can read', async () => {
    const filed = await file(ann)
    expect(filed.status).toBe(201)
    expect(filed.body.ticket).toMatchObject({
      title: 'Printer on fire',
      status: 'open',
      requester: { name: 'Ann Lee' },
      source: 'api',
    })
    const read = await ann.api.get<Shown>(`/api/tickets/${filed.body.ticket.id}`)
    expect(read.body.ticket.description).toBe('Flames come out of **it**.')
    expect(read.body.may).toMatchObject({ edit: true, claim: false, resolve: true, delete: false })
  })

  test('in a category of the desk’s list, which triage leaves as it is', async () => {
    const words = { title: 'Printer on fire', description: 'Flames.' }
    const chosen = await ann.api.post<Shown>('/api/tickets', { ...words, category: 'hardware' })
    expect(chosen).toMatchObject({ status: 201, body: { ticket: { category: 'Hardware' } } })
    const unknown = await ann.api.post('/api/tickets', { ...words, category: 'Volcanoes' })
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'category' }] } })
  })

  test('twice with one Idempotency-Key is one ticket; another person may use the same key', async () => {
    const key = { 'idempotency-key': 'k1' }
    const [first, second, other] = [
      await file(ann, 'Same one', key),
      await file(ann, 'Same one', key),
      await file(max, 'Same one', key),
    ]
    expect([first.status, second.status, other.status]).toEqual([201, 200, 201])
    expect(second.body.ticket.id).toBe(first.body.ticket.id)
    expect(other.body.ticket.id).not.toBe(first.body.ticket.id)
  })

  test('numbers never repeat, also when many file at once', async () => {
    const filed = await Promise.all(
      Array.from({ length: 40 }, (_, index) => file(ann, `Many at once ${index}`)),
    )
    expect(new Set(filed.map(({ body }) => body.ticket.number)).size).toBe(40)
  })
})

test.each([
  ['Thank you!', false, 'resolved'],
  ['works now', true, 'resolved'],
  ['Thanks, but it still burns', false, 'open'],
])('the reply “%s” to a resolved ticket offers to reopen it: %s', async (body, staysResolved, status) => {
  const { id } = (await file(ann)).body.ticket
  await ann.api.post(`/api/tickets/${id}/resolve`, { resolution: 'Put it out.' })
  const said = await ann.api.post<{ staysResolved: boolean }>(`/api/tickets/${id}/comments`, { body })
  expect(said).toMatchObject({ status: 201, body: { staysResolved } })
  expect((await ann.api.get<Shown>(`/api/tickets/${id}`)).body.ticket.status).toBe(status)
})

describe('what is wrong is named at its field, and nothing is changed', () => {
  const cases: [string, unknown, string][] = [
    ['too short a title', { title: 'Hi', description: 'x' }, 'title'],
    ['no description', { title: 'Printer on fire' }, 'description'],
    ['an operator for a string', { title: { $gt: '' }, description: 'x' }, 'title'],
    ['an unknown field', { title: 'Printer on fire', description: 'x', role: 'admin' }, 'role'],
    ['a wrong urgency', { title: 'Printer on fire', description: 'x', urgency: 'now!' }, 'urgency'],
    ['not JSON', '{"title":', 'body'],
    ['a list', [], 'body'],
  ]
  test.each(cases)('%s', async (_name, body, field) => {
    const before = await at.database.tickets.countDocuments()
    const refused = await ann.api.post<{ errors: { field: string }[] }>('/api/tickets', body)
    expect(refused.status).toBe(400)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(refused.body.errors.map((error) => error.field)).toContain(field)
    expect(await at.database.tickets.countDocuments()).toBe(before)
  })

  test('a body over 1 MiB', async () => {
    const refused = await ann.api.post('/api/tickets', {
      title: 'Printer on fire',
      description: 'x'.repeat(1_100_000),
    })
    expect(refused.status).toBe(413)
  })

  test('a body of unknown fields, with a short answer', async () => {
    const fields = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`field-${index}`, 1]))
    const refused = await ann.api.post<{ errors: object[] }>('/api/tickets', fields)
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toHaveLength(20)
    expect(JSON.stringify(refused.body).length).toBeLessThan(10_000)
  })

  test('a body of somebody who is not signed in, unread', async () => {
    const refused = await at.anonymous.post('/api/tickets', { title: 'x'.repeat(1_100_000) })
    expect(refused.status).toBe(401)
  })

  test.each(['/api/auth/signup', '/api/auth/login', '/api/auth/link', '/api/auth/redeem', '/api/auth/reset'])(
    'a body over 16 KiB for %s, which needs no session',
    async (path) => {
      const small = await at.anonymous.post(path, { email: 'x'.repeat(15_000) })
      expect(small.status).not.toBe(413)
      const refused = await at.anonymous.post<{ detail: string }>(path, { email: 'x'.repeat(17_000) })
      expect(refused.status).toBe(413)
      expect(refused.body.detail).toContain('larger than 16 KiB')
    },
  )

  test('an id that is none, or nobody’s', async () => {
    for (const id of ['nonsense', '0'.repeat(24), '..%2Fusers', '%7B%22$gt%22:%22%22%7D'])
      expect((await root.api.get(`/api/tickets/${id}`)).status).toBe(404)
  })
})

describe('who sees what', () => {
  test('a claimed ticket is gone from other moderators’ sight, not from its requester’s or an admin’s', async () => {
    const { ticket } = (await file(ann)).body
    const [mia, bob] = [await at.somebody('moderator'), await at.somebody('user')]
    const path = `/api/tickets/${ticket.id}`
    expect((await mia.api.get(path)).status).toBe(200)
    expect((await bob.api.get(path)).status).toBe(404)
    expect((await max.api.post(`${path}/claim`)).status).toBe(200)
    expect((await mia.api.get(path)).status).toBe(404)
    expect((await mia.api.post(`${path}/claim`)).status).toBe(409)
    expect((await bob.api.post(`${path}/claim`)).status).toBe(404)
    for (const who of [ann, max, root]) expect((await who.api.get(path)).status).toBe(200)
  })

  test('lists hold the same, newest first, page by page', async () => {
    const eve = await at.somebody('user')
    for (let index = 0; index < 5; index++) await file(eve, `Page me ${index}`)
    type Page = { tickets: { title: string }[]; next: string | null }
    const titles: string[] = []
    let after = ''
    for (;;) {
      const { body } = await eve.api.get<Page>(`/api/tickets?limit=2${after}`)
      titles.push(...body.tickets.map(({ title }) => title))
      if (!body.next) break
      after = `&after=${body.next}`
    }
    expect(titles).toEqual([4, 3, 2, 1, 0].map((index) => `Page me ${index}`))
  })

  test.each(['limit=1000000000', 'limit=0', 'after=xyz', 'view=everything', 'status=lost', 'sort=$where'])(
    'a list with %s is refused',
    async (query) => expect((await root.api.get(`/api/tickets?${query}`)).status).toBe(400),
  )
})

describe('a ticket’s life', () => {
  test('claim, release, resolve: the others are told who has it', async () => {
    const { ticket } = (await file(ann)).body
    const path = `/api/tickets/${ticket.id}`
    expect((await ann.api.post(`${path}/claim`)).status).toBe(403)
    await max.api.post(`${path}/claim`)
    const second = await root.api.post<{ detail: string }>(`${path}/claim`)
    expect(second).toMatchObject({
      status: 409,
      body: { detail: `Max Moe has already claimed #${ticket.number}.` },
    })
    expect((await max.api.post<Shown>(`${path}/release`)).body.ticket).toMatchObject({
      status: 'open',
      assignee: null,
    })
    const resolved = await max.api.post<Shown>(`${path}/resolve`, { resolution: 'Put it out.' })
    expect(resolved.body.ticket).toMatchObject({
      status: 'resolved',
      assignee: { name: 'Max Moe' },
      resolution: { text: 'Put it out.' },
    })
    expect(resolved.body.ticket.history.map(({ action }) => action)).toEqual([
      'opened',
      'claimed',
      'released',
      'resolved',
    ])
  })

  test('of two edits of one version one wins; the other is told by whom', async () => {
    const { ticket } = (await file(ann)).body
    const path = `/api/tickets/${ticket.id}`
    const edits = await Promise.all([
      max.api.put<{ detail: string }>(path, { version: 1, priority: 'high' }),
      root.api.put<{ detail: string }>(path, { version: 1, priority: 'low' }),
    ])
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(edits.find(({ status }) => status === 409)?.body.detail).toMatch(
      /^(Max Moe|Root Roe) changed #\d+ meanwhile: it is at version 2 now\.$/,
    )
  })

  test('a tag that is given twice is there once', async () => {
    const { ticket } = (await file(ann)).body
    const tags = ['third floor', ' third floor', 'Third floor']
    const edited = await max.api.put<Shown>(`/api/tickets/${ticket.id}`, { version: 1, tags })
    expect(edited.body.ticket).toMatchObject({ tags: ['third floor', 'Third floor'] })
  })

  test('an internal note is invisible to the requester, also in the history', async () => {
    const { ticket } = (await file(ann)).body
    const comments = `/api/tickets/${ticket.id}/comments`
    expect((await ann.api.post(comments, { body: 'psst', visibility: 'internal' })).status).toBe(403)
    expect((await max.api.post(comments, { body: 'psst', visibility: 'internal' })).status).toBe(201)
    await max.api.post(comments, { body: 'We are on it.' })
    type Page = { comments: { body: string }[] }
    expect((await ann.api.get<Page>(comments)).body.comments.map(({ body }) => body)).toEqual([
      'We are on it.',
    ])
    expect((await max.api.get<Page>(comments)).body.comments.map(({ body }) => body)).toEqual([
      'psst',
      'We are on it.',
    ])
    const seen = (await ann.api.get<Shown>(`/api/tickets/${ticket.id}`)).body.ticket.history
    expect(seen.map(({ action }) => action)).not.toContain('noted')
  })

  test('a deleted ticket is gone for everybody, words and comments too', async () => {
    const { ticket } = (await file(ann)).body
    const path = `/api/tickets/${ticket.id}`
    expect((await max.api.remove(path)).status).toBe(403)
    expect((await root.api.remove(path)).status).toBe(204)
    for (const who of [ann, max, root]) expect((await who.api.get(path)).status).toBe(404)
    const kept = await at.desk.tickets.find(ticket.id)
    expect(JSON.stringify(kept)).not.toContain('Flames')
  })
})
