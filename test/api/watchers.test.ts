import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

type Shown = { ticket: TicketView }

let at: DeskInProcess
let ann: Known
let bob: Known
let max: Known
let mia: Known
beforeAll(async () => {
  at = await deskInProcess()
  ;[ann, bob, max, mia] = await Promise.all([
    at.somebody('user', { name: 'Ann Lee' }),
    at.somebody('user', { name: 'Bob Poe' }),
    at.somebody('moderator', { name: 'Max Moe' }),
    at.somebody('moderator', { name: 'Mia Fox' }),
  ])
})
afterAll(() => at.close())

const file = async () =>
  (await ann.api.post<Shown>('/api/tickets', { title: 'Printer on fire', description: 'Flames.' })).body
    .ticket.id

test('a watcher sees it in lists and on its page after somebody else has claimed it, until they stop', async () => {
  const id = await file()
  await mia.api.call('PUT', `/api/tickets/${id}/watchers/me`)
  await max.api.post(`/api/tickets/${id}/claim`)
  expect((await mia.api.get<Shown>(`/api/tickets/${id}`)).body.ticket.watchers).toEqual([
    { id: mia.user._id, name: 'Mia Fox' },
  ])
  const { tickets } = (await mia.api.get<{ tickets: { id: string }[] }>('/api/tickets')).body
  expect(tickets.map((ticket) => ticket.id)).toContain(id)
  expect((await mia.api.call('DELETE', `/api/tickets/${id}/watchers/me`)).status).toBe(204)
  expect((await mia.api.get(`/api/tickets/${id}`)).status).toBe(404)
})

test('a user who is made to watch sees what the requester sees, and comments', async () => {
  const id = await file()
  await max.api.post(`/api/tickets/${id}/claim`)
  await max.api.post(`/api/tickets/${id}/comments`, { body: 'Psst.', visibility: 'internal' })
  const path = `/api/tickets/${id}/watchers/${bob.user._id}`
  expect((await mia.api.call('PUT', path)).status).toBe(404)
  expect((await ann.api.call('PUT', path)).status).toBe(403)
  expect((await max.api.call('PUT', path)).status).toBe(200)
  const { ticket } = (await bob.api.get<Shown>(`/api/tickets/${id}`)).body
  expect(ticket).toMatchObject({ notes: null, watchers: [{ name: 'Bob Poe' }] })
  expect((await ann.api.get<Shown>(`/api/tickets/${id}`)).body.ticket.watchers).toEqual([])
  expect((await bob.api.get<{ comments: object[] }>(`/api/tickets/${id}/comments`)).body.comments).toEqual([])
  expect((await bob.api.post(`/api/tickets/${id}/comments`, { body: 'Mine too.' })).status).toBe(201)
  expect((await bob.api.post(`/api/tickets/${id}/resolve`, { resolution: 'x' })).status).toBe(403)
})

test('nobody can be made to watch who has no active account', async () => {
  const id = await file()
  await max.api.post(`/api/tickets/${id}/claim`)
  const gone = await at.somebody('user', { active: false })
  expect((await max.api.call('PUT', `/api/tickets/${id}/watchers/${gone.user._id}`)).status).toBe(404)
  expect((await max.api.call('PUT', `/api/tickets/${id}/watchers/nobody`)).status).toBe(404)
})
