import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catchUp } from '../support/catch-up.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

type Listed = { id: string; number: number; title: string; version: number }
type List = { tickets: Listed[]; next: string | null }

let at: DeskInProcess
let ann: Known
let root: Known

beforeAll(async () => {
  at = await deskInProcess()
  ann = await at.somebody('user', { name: 'Ann Lee' })
  root = await at.somebody('admin', { name: 'Root Roe' })
  for (const title of ['First of three', 'Second of three', 'Third of three'])
    await ann.api.post('/api/tickets', { title, description: 'Please help.' })
})
afterAll(() => at.close())

const titles = async (who: Known, query: string) =>
  (await who.api.get<List>(`/api/tickets?${query}`)).body.tickets.map(({ title }) => title.split(' ')[0])

test.each([
  ['', ['Third', 'Second', 'First']],
  ['sort=oldest&limit=2', ['First', 'Second']],
  ['requester=me', ['Third', 'Second', 'First']],
  ['assignee=none&status=open,waiting', ['Third', 'Second', 'First']],
  ['assignee=me', []],
  ['source=api&from=2026-01-01', ['Third', 'Second', 'First']],
  ['to=2026-01-01', []],
  ['to=2026-01-01T00%3A00%3A00%2B02%3A00', []],
  ['category=Hardware', []],
])('?%s', async (query, expected) => {
  expect(await titles(ann, query)).toEqual(expected)
})

test('a cursor goes on in the middle of a group', async () => {
  const first = await root.api.get<List>('/api/tickets?sort=status&limit=2')
  expect(first.body.tickets.map(({ title }) => title)).toEqual(['Third of three', 'Second of three'])
  expect(await titles(root, `sort=status&limit=2&after=${first.body.next}`)).toEqual(['First'])
})

test.each(['q=%2B%2B%2B', 'q=%0F%3B', 'q=%00', 'q=-no', 'q=a+b+c+d+e+f+g+h+i+j+k+l'])(
  '?%s is no error',
  async (query) => {
    expect((await ann.api.get(`/api/tickets?${query}`)).status).toBe(200)
  },
)

test('a cursor goes on among people, however long their names', async () => {
  for (const name of ['b', '😀'.repeat(40)]) {
    const person = await at.somebody('user', { name })
    await person.api.post('/api/tickets', { title: `${name.slice(0, 2)} files one`, description: 'Help.' })
  }
  const walked: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { body: List } = await root.api.get<List>(
      `/api/tickets?sort=requester&limit=1${after && `&after=${after}`}`,
    )
    walked.push(...page.body.tickets.map(({ title }) => title.split(' ')[0] as string))
    after = page.body.next
  }
  expect(walked).toEqual(['Third', 'Second', 'First', 'b', '😀'])
})

test.each(['a\u0000\nb\u0000', '\n\u0000', '{"$gt":""}\n{"$gt":""}', '\uffff\n'])(
  'a cursor that somebody made up is refused: %j',
  async (group) => {
    const after = Buffer.from(`1.${'f'.repeat(24)}.${group}`).toString('base64url')
    for (const sort of ['assignee', 'requester', 'status', 'category'])
      for (const who of [root, ann])
        expect((await who.api.get(`/api/tickets?sort=${sort}&after=${after}`)).status).toBe(400)
  },
)

test('a cursor reveals nothing, and is good only for its reader and its list', async () => {
  const bob = await at.somebody('user')
  for (const sort of ['newest', 'status', 'category', 'requester', 'assignee']) {
    const { next } = (await ann.api.get<List>(`/api/tickets?sort=${sort}&limit=1`)).body
    const decoded = Buffer.from(next ?? '', 'base64url').toString('latin1')
    expect(decoded).not.toMatch(/ann|open|none|[0-9a-f]{24}/i)
    expect((await ann.api.get(`/api/tickets?sort=${sort}&after=${next}`)).status).toBe(200)
    expect((await bob.api.get(`/api/tickets?sort=${sort}&after=${next}`)).status).toBe(400)
    const other = sort === 'newest' ? 'oldest' : 'newest'
    expect((await ann.api.get(`/api/tickets?sort=${other}&after=${next}`)).status).toBe(400)
    const middle = Math.floor((next ?? '').length / 2)
    const changed = `${next?.slice(0, middle)}${next?.[middle] === 'A' ? 'B' : 'A'}${next?.slice(middle + 1)}`
    expect((await ann.api.get(`/api/tickets?sort=${sort}&after=${changed}`)).status).toBe(400)
  }
})

test('a row says who answered last, how long its requester waits, and what I have not read', async () => {
  const max = await at.somebody('moderator', { name: 'Max Moe' })
  const filed = await ann.api.post<{ ticket: { id: string; createdAt: string } }>('/api/tickets', {
    ...{ title: 'Row of a list', description: 'Please help.' },
  })
  const { id, createdAt } = filed.body.ticket
  type Row = { id: string; lastAnswer: object | null; waitingSince: string | null; unread: boolean }
  const row = async (who: Known) =>
    (await who.api.get<{ tickets: Row[] }>('/api/tickets')).body.tickets.find((one) => one.id === id)
  expect(await row(ann)).toMatchObject({ lastAnswer: null, waitingSince: createdAt, unread: false })
  expect(await row(max)).toMatchObject({ lastAnswer: null, waitingSince: createdAt, unread: true })

  expect((await max.api.put(`/api/tickets/${id}/read`, {})).status).toBe(204)
  expect(await row(max)).toMatchObject({ unread: false })
  await max.api.post(`/api/tickets/${id}/comments`, { body: 'A note.', visibility: 'internal' })
  expect(await row(ann)).toMatchObject({ lastAnswer: null, waitingSince: createdAt, unread: false })
  await max.api.post(`/api/tickets/${id}/comments`, { body: 'Which floor?' })
  const answered = { lastAnswer: { by: { name: 'Max Moe' }, side: 'staff' }, waitingSince: null }
  expect(await row(ann)).toMatchObject({ ...answered, unread: true })
  expect(await row(max)).toMatchObject({ ...answered, unread: false })

  expect((await ann.api.put(`/api/tickets/${id}/read`, {})).status).toBe(204)
  await ann.api.post(`/api/tickets/${id}/comments`, { body: 'The second.' })
  expect(await row(max)).toMatchObject({ lastAnswer: { side: 'requester' }, unread: true })
  expect((await row(max))?.waitingSince).toMatch(/^2/)
  expect(await row(ann)).toMatchObject({ unread: false })
  await max.api.post(`/api/tickets/${id}/claim`)
  await max.api.post(`/api/tickets/${id}/resolve`, { resolution: 'Repaired.' })
  expect(await row(ann)).toMatchObject({ lastAnswer: { side: 'staff' }, waitingSince: null, unread: true })
  await root.api.call('DELETE', `/api/tickets/${id}`)
})

test('counts', async () => {
  const { body } = await ann.api.get('/api/ticket-counts?requester=me')
  expect(body).toEqual({ counts: { open: 3, in_progress: 0, waiting: 0, resolved: 0, closed: 0 } })
})

test('a search with a typo goes on in pages, and its counts are those of its list', async () => {
  const walked: string[] = []
  await catchUp(at.database, at.desk, () => new Date())
  for (let after: string | null = ''; after !== null; ) {
    const page: { body: List & { corrected: string } } = await ann.api.get(
      `/api/tickets?q=htree&limit=1${after && `&after=${after}`}`,
    )
    expect(page.body.corrected).toBe('three')
    walked.push(...page.body.tickets.map(({ title }) => title.split(' ')[0] as string))
    after = page.body.next
  }
  expect(walked).toEqual(['Third', 'Second', 'First'])
  const { body } = await ann.api.get('/api/ticket-counts?q=htree')
  expect(body).toEqual({
    counts: { open: 3, in_progress: 0, waiting: 0, resolved: 0, closed: 0 },
    more: false,
  })
})

describe('what is wrong is named at its field', () => {
  test.each([
    ['status=gone', 'status'],
    ['priority=', 'priority'],
    ['assignee=somebody', 'assignee'],
    ['from=yesterday', 'from'],
    ['sort=random', 'sort'],
    ['sort=skill', 'sort'],
    ['sort=tag', 'sort'],
    ['q=%20', 'q'],
    ['category=%20', 'category'],
    ['after=nowhere', 'after'],
    ['limit=1e9', 'limit'],
  ])('?%s', async (query, field) => {
    const { status, body } = await ann.api.get<{ errors: { field: string }[] }>(`/api/tickets?${query}`)
    expect(status).toBe(400)
    expect(body.errors[0]?.field.split('.')[0]).toBe(field)
  })
})
