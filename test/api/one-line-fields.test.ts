import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { newTicketOf } from '../support/ticket-fixture.ts'

let at: DeskInProcess
let root: Known
let ticket: string
beforeAll(async () => {
  at = await deskInProcess()
  root = await at.somebody('admin', { name: 'Root Roe' })
  const filed = await root.api.post<{ ticket: TicketView }>('/api/tickets', {
    title: 'Printer on fire',
    description: 'It burns.\nStill.',
  })
  ticket = filed.body.ticket.id
})
afterAll(() => at.close())

type Send = (words: string) => Promise<{ status: number; body: unknown }>
const password = 'correct horse battery'

const fields: [name: string, field: string, send: Send][] = [
  ['a new title', 'title', (title) => root.api.post('/api/tickets', { title, description: 'x' })],
  ['a changed title', 'title', (title) => root.api.put(`/api/tickets/${ticket}`, { version: 1, title })],
  ['a tag', 'tags.0', (tag) => root.api.put(`/api/tickets/${ticket}`, { version: 1, tags: [tag] })],
  [
    'a ticket’s skill',
    'skills.0',
    (skill) => root.api.put(`/api/tickets/${ticket}`, { version: 1, skills: [skill] }),
  ],
  [
    'a ticket’s category',
    'category',
    (category) => root.api.put(`/api/tickets/${ticket}`, { version: 1, category }),
  ],
  ['one’s own name', 'name', (name) => root.api.post('/api/auth/profile', { name })],
  [
    'a name at sign-up',
    'name',
    (name) => at.anonymous.post('/api/auth/signup', { email: 'a@example.com', name, password }),
  ],
  [
    'an invited name',
    'name',
    (name) => root.api.post('/api/auth/invite', { email: 'b@example.com', name, role: 'user' }),
  ],
  [
    'an account’s name',
    'name',
    (name) => root.api.post('/api/auth/update-user', { id: root.user._id, name }),
  ],
  [
    'an account’s skill',
    'skills.0',
    (skill) => root.api.post('/api/auth/update-user', { id: root.user._id, skills: [skill] }),
  ],
  [
    'an API key’s name',
    'name',
    (name) => root.api.post('/api/auth/api-keys', { name, scopes: ['tickets:read'] }),
  ],
  ['a new skill', 'name', (name) => root.api.post('/api/catalog/skills', { name })],
  ['a new category', 'name', (name) => root.api.post('/api/catalog/categories', { name })],
  [
    'a skill’s description',
    'description',
    (description) => root.api.post('/api/catalog/skills', { name: 'Fine', description }),
  ],
]

describe.each(fields)('%s', (_name, field, send) => {
  test.each([
    ['a line break', 'One\nline more'],
    ['a control character', 'One\u001bline more'],
    ['a line separator', 'One\u2028line more'],
    ['a right-to-left override', 'One\u202eline more'],
    ['an isolate', 'One\u2066line more'],
  ])('with %s is refused at its field', async (_, words) => {
    const { status, body } = await send(words)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ field, message: 'Use one line, without control characters.' }],
    })
  })
})

test('fields that were stored before can still be read, listed, searched, changed and corrected', async () => {
  const name = 'Kim\n\u202eLee'
  const { user, api } = await at.somebody('user', { name })
  const stored = newTicketOf({
    _id: newId(),
    number: await at.desk.nextNumber(),
    title: 'An older\n\u202etitle',
    tags: ['old\ntag'],
    requester: { id: user._id, name },
    effects: [],
  })
  const { _id } = (await at.desk.tickets.insert(stored)).ticket
  const read = await api.get<{ ticket: TicketView }>(`/api/tickets/${_id}`)
  expect(read.body.ticket).toMatchObject({ title: 'An older\n\u202etitle', requester: { name } })
  expect((await api.get('/api/tickets?view=mine')).status).toBe(200)
  expect((await api.get('/api/auth/me')).status).toBe(200)
  const change = (fields: object, version: number) =>
    root.api.put(`/api/tickets/${_id}`, { version, ...fields })
  expect((await change({ priority: 'high' }, 1)).status).toBe(200)
  expect((await change({ title: 'An older title' }, 2)).status).toBe(200)
  expect((await api.post(`/api/tickets/${_id}/comments`, { body: 'Hello' })).status).toBe(201)
  expect((await api.post('/api/auth/profile', { name: 'Kim Lee' })).status).toBe(200)
})
