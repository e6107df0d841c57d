import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import { loadsOf } from '../../core/triage/loads.ts'
import { createApiKey } from '../../core/users/api-keys/own-api-keys.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { User } from '../../core/users/user.ts'
import { apiClient } from '../support/api-client.ts'
import { assignWaiting } from '../support/run-workflows.ts'
import { newTicketOf } from '../support/ticket-fixture.ts'
import { twoDesks } from '../support/two-desks.ts'

let desks: Awaited<ReturnType<typeof twoDesks>>
beforeAll(async () => {
  desks = await twoDesks()
})
afterAll(() => desks.close())

async function person(more: Partial<User>) {
  const { desk } = desks.one
  const email = `${newId()}@example.com`
  const { user } = await desk.users.insert(
    { _id: newId(), name: 'Somebody', email, emailVerified: true, ...more },
    desk.now(),
  )
  const { token } = await startSession(desk, user)
  const [here, there] = [desks.one, desks.other].map(({ url }) => apiClient(url, token))
  if (!here || !there) throw new Error('There are two desks.')
  return { user, here, there }
}

type Filed = { ticket: { id: string; number: number; version: number; title: string } }
const words = { title: 'Printer on fire', description: 'Flames.' }

describe('two processes on one database', () => {
  test('never give a number twice', async () => {
    const ann = await person({})
    const filed = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? ann.here : ann.there).post<Filed>('/api/tickets', words),
      ),
    )
    expect(filed.every(({ status }) => status === 201)).toBe(true)
    expect(new Set(filed.map(({ body }) => body.ticket.number)).size).toBe(100)
  })

  test('let one of two updates of a version win, and tell the other who made the newer one', async () => {
    const root = await person({ role: 'admin', name: 'Root Roe' })
    const filed = await root.here.post<Filed>('/api/tickets', words)
    const { id } = filed.body.ticket
    for (let version = filed.body.ticket.version; version <= 50; version++) {
      const answers = await Promise.all(
        [root.here, root.there].map((api, index) =>
          api.put<Filed & { detail: string }>(`/api/tickets/${id}`, {
            version,
            title: `Title ${version} ${index}`,
          }),
        ),
      )
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
      expect([won?.status, lost?.status]).toEqual([200, 409])
      expect(won?.body.ticket.version).toBe(version + 1)
      expect(lost?.body.detail).toContain('Root Roe')
      const now = await root.there.get<Filed>(`/api/tickets/${id}`)
      expect(now.body.ticket).toMatchObject({ version: version + 1, title: won?.body.ticket.title })
    }
  })

  test('spread a burst of 200 tickets over moderators, to within 2 of each other', async () => {
    const names = ['Max', 'Mia', 'Bo', 'Kim']
    for (const name of names)
      await person({ role: 'moderator', name: `Burst ${name}`, onDuty: true, capacity: 200 })
    const { desk } = desks.one
    const file = async (index: number) => {
      const { desk } = index % 2 ? desks.one : desks.other
      const number = await desk.nextNumber()
      await desk.tickets.insert(
        newTicketOf({ _id: newId(), number, effects: [{ queue: 'assign', kind: 'assign' }] }),
      )
    }
    const waiting = (by: typeof desks.one) => by.database.tickets.countDocuments({ 'outbox.queue': 'assign' })
    const assign = async (by: typeof desks.one) => {
      while ((await waiting(by)) > 0) await assignWaiting(by).catch(() => sleep(Math.random() * 20))
    }
    await Promise.all(Array.from({ length: 100 }, (_, index) => file(index)))
    const latecomers = Array.from({ length: 100 }, (_, index) => file(index))
    await Promise.all([assign(desks.one), assign(desks.other), assign(desks.one), ...latecomers])
    await assign(desks.one)
    const moderators = (await desk.users.moderatorsOnDuty()).filter(({ name }) => name.startsWith('Burst'))
    const ids = moderators.map(({ _id }) => _id)
    const loads = [...(await loadsOf(desk, ids)).of.values()]
    expect(loads).toHaveLength(names.length)
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(200)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2)
  }, 120_000)
})

describe('what is changed on one process is in force on the other within a second', () => {
  const password = 'correct horse battery'
  type Somebody = Awaited<ReturnType<typeof person>>
  type Change = (who: Somebody, root: Somebody) => Promise<{ status: number }>
  const update =
    (set: object): Change =>
    (who, root) =>
      root.here.post('/api/auth/update-user', { id: who.user._id, ...set })

  test.each<[string, Change]>([
    ['a role', update({ role: 'user' })],
    ['a deactivation', update({ active: false })],
    [
      'a password',
      async ({ user }) => {
        const elsewhere = (await startSession(desks.one.desk, user)).token
        const next = 'staple correct horse'
        return apiClient(desks.one.url, elsewhere).post('/api/auth/password', {
          current: password,
          password: next,
        })
      },
    ],
    ['a sign-out everywhere', ({ here }) => here.post('/api/auth/logout-all')],
  ])('%s', async (_name, change) => {
    const passwordHash = await desks.one.desk.passwords.hash(password)
    const [root, max] = [await person({ role: 'admin' }), await person({ role: 'moderator', passwordHash })]
    expect((await max.there.get('/api/auth/me')).status).toBe(200)
    expect((await change(max, root)).status).toBeLessThan(300)
    await sleep(1_000)
    expect((await max.there.get('/api/auth/me')).status).toBe(401)
  })

  test('a role, for the keys of whom it was taken from', async () => {
    const [root, vic] = [await person({ role: 'admin' }), await person({ role: 'admin' })]
    const asked = { name: 'Caretaker', scopes: ['admin' as const], expiresInDays: 1 }
    const origin = { surface: 'api', address: null, agent: null } as const
    const { secret } = await createApiKey(desks.one.desk, vic.user, asked, origin)
    const program = apiClient(desks.other.url, secret)
    expect((await program.get('/api/audit')).status).toBe(200)
    expect((await update({ role: 'user' })(vic, root)).status).toBe(200)
    await sleep(1_000)
    expect((await program.get('/api/audit')).status).toBe(403)
  })
})
