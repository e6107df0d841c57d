import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PreferencesView } from '../../core/notifications/preferences-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type Body = { notifications: PreferencesView }
const path = '/api/me/notifications'
const read = async ({ api }: Known) => (await api.get<Body>(path)).body.notifications
const cellsOf = ({ events }: PreferencesView, name: string) =>
  events.find(({ event }) => event === name)?.cells

test('lists what applies, what is locked and why, and where one can be reached', async () => {
  const max = await at.somebody('moderator', { discord: '200000000000000101' })
  const view = await read(max)
  expect(view).toMatchObject({
    connected: { mail: true, slack: false, discord: true },
    quietHours: null,
    digest: { on: false },
    fallback: true,
  })
  expect(cellsOf(view, 'account')?.mail).toEqual({ on: true, locked: expect.stringContaining('Account') })
  expect(cellsOf(view, 'assigned')?.mail).toEqual({ on: true, locked: null })
})

test('what is changed stays, what is not named stays as it was', async () => {
  const ann = await at.somebody('user')
  const quietHours = { from: '22:00', to: '07:00', days: ['sun', 'mon'] }
  await ann.api.put(path, { timeZone: 'Asia/Kolkata', quietHours, digest: { on: true, at: '08:30' } })
  const { status, body } = await ann.api.put<Body>(path, { matrix: { commented: { mail: false } } })
  expect(status).toBe(200)
  expect(body.notifications).toEqual(await read(ann))
  expect(body.notifications).toMatchObject({
    timeZone: 'Asia/Kolkata',
    quietHours: { ...quietHours, days: ['mon', 'sun'] },
    digest: { on: true, at: '08:30' },
  })
  expect(cellsOf(body.notifications, 'commented')).toMatchObject({ mail: { on: false }, slack: { on: true } })
  await ann.api.put(path, { quietHours: null, matrix: { commented: { slack: false } } })
  const after = await read(ann)
  expect(after.quietHours).toBeNull()
  expect(cellsOf(after, 'commented')).toMatchObject({ mail: { on: false }, slack: { on: false } })
})

test('a locked cell can’t be changed, and may be sent back as it is', async () => {
  const ann = await at.somebody('user')
  const refused = await ann.api.put(path, { matrix: { account: { mail: false }, assigned: { mail: false } } })
  expect(refused).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'matrix.assigned.mail' }, { field: 'matrix.account.mail' }] },
  })
  const same = { matrix: { account: { mail: true, slack: false }, assigned: { mail: true } } }
  expect((await ann.api.put(path, same)).status).toBe(200)
})

test('once a chat tells of assignments, mail about them can be turned off; without it, it is back', async () => {
  const max = await at.somebody('moderator', { discord: '200000000000000102' })
  expect((await max.api.put(path, { matrix: { assigned: { mail: false } } })).status).toBe(200)
  expect(cellsOf(await read(max), 'assigned')?.mail).toEqual({ on: false, locked: null })
  await max.api.put(path, { matrix: { assigned: { discord: false } } })
  expect(cellsOf(await read(max), 'assigned')?.mail).toMatchObject({ on: true, locked: expect.any(String) })
})

test.each([
  ['no such zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
  ['an offset for a zone', { timeZone: '+02:00' }, 'timeZone'],
  ['no such time', { quietHours: { from: '25:00', to: '07:00', days: ['mon'] } }, 'quietHours.from'],
  ['no such event', { matrix: { lunch: { mail: true } } }, 'matrix'],
  ['no such field', { colour: 'red' }, 'colour'],
  ['no boolean', { matrix: { resolved: { mail: { $ne: true } } } }, 'matrix.resolved.mail'],
])('refuses %s', async (_name, body, field) => {
  const ann = await at.somebody('user')
  const answer = await ann.api.put<{ errors: { field: string }[] }>(path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]?.field).toMatch(new RegExp(`^${field}`))
})

test.each([
  ['Europe/Berlin', true],
  ['europe/berlin', true],
  ['Etc/GMT-2', true],
  ['+02:00', false],
  ['-0500', false],
])('the description says that %s is taken: %s', async (timeZone, isTaken) => {
  const { body } = await at.anonymous.get<{ paths: Described }>('/api/openapi.json')
  const { pattern } = body.paths[path].put.requestBody.content['application/json'].schema.properties.timeZone
  const ann = await at.somebody('user')
  expect(new RegExp(pattern).test(timeZone)).toBe(isTaken)
  expect((await ann.api.put(path, { timeZone })).status).toBe(isTaken ? 200 : 400)
})

type Content = { schema: { properties: { timeZone: { pattern: string } } } }
type Described = Record<
  typeof path,
  { put: { requestBody: { content: Record<'application/json', Content> } } }
>
