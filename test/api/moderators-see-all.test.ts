import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

type Rows = { tickets: { id: string }[] }

describe.each([true, false])('moderators see all tickets: %s', (moderatorsSeeAll) => {
  let at: DeskInProcess
  let max: Known
  let mia: Known
  let ann: Known
  let bob: Known
  let id: string

  beforeAll(async () => {
    at = await deskInProcess({ moderatorsSeeAll })
    max = await at.somebody('moderator')
    mia = await at.somebody('moderator')
    ann = await at.somebody('user')
    bob = await at.somebody('user')
    const filed = await ann.api.post<{ ticket: { id: string } }>('/api/tickets', {
      ...{ title: 'Printer jams', description: 'Please help.' },
    })
    id = filed.body.ticket.id
    await mia.api.post(`/api/tickets/${id}/claim`)
  })
  afterAll(() => at.close())

  const listed = async (who: Known, query = '') =>
    (await who.api.get<Rows>(`/api/tickets?${query}`)).body.tickets.length
  const one = moderatorsSeeAll ? 1 : 0

  test('a colleague’s claimed ticket in lists, filters and counts', async () => {
    expect(await listed(max)).toBe(one)
    expect(await listed(max, `assignee=${mia.user._id}`)).toBe(one)
    expect(await listed(max, 'sort=assignee')).toBe(one)
    expect(await listed(max, 'view=assigned')).toBe(0)
    const { body } = await max.api.get<{ counts: object }>('/api/ticket-counts')
    expect(body.counts).toMatchObject({ in_progress: one })
  })

  test('people to filter by are those of tickets that one may see', async () => {
    type Found = { people: { id: string; name: string }[] }
    const found = async (who: Known, query: string) =>
      (await who.api.get<Found>(`/api/ticket-people?${query}`)).body.people
    const named = ({ user: { _id: id, name } }: Known) => ({ id, name })
    const inSight = (who: Known) => (moderatorsSeeAll ? [named(who)] : [])
    expect(await found(max, 'as=requester')).toEqual(inSight(ann))
    expect(await found(max, 'as=assignee')).toEqual(inSight(mia))
    expect(await found(max, `as=requester&search=${ann.user.name.slice(0, 6)}`)).toEqual(inSight(ann))
    expect(await found(mia, 'as=requester')).toEqual([named(ann)])
    for (const search of [ann.user.email ?? '', bob.user.name, max.user.name])
      expect(await found(mia, `as=requester&search=${encodeURIComponent(search)}`)).toEqual([])
    expect((await ann.api.get('/api/ticket-people')).status).toBe(403)
  })

  test('a view and another person have no ticket in common', async () => {
    for (const query of [`view=assigned&assignee=${max.user._id}`, `view=mine&requester=${ann.user._id}`]) {
      expect(await listed(mia, query)).toBe(0)
      for (const sort of ['queue', 'status', 'requester', 'oldest'])
        expect(await listed(mia, `${query}&sort=${sort}`)).toBe(0)
    }
  })

  test('its page, notes and work on it', async () => {
    const status = (good: number) => (moderatorsSeeAll ? good : 404)
    expect((await max.api.get(`/api/tickets/${id}`)).status).toBe(status(200))
    const note = await max.api.post(`/api/tickets/${id}/comments`, { body: 'Seen.', visibility: 'internal' })
    expect(note.status).toBe(status(201))
    expect((await max.api.post(`/api/tickets/${id}/wait`)).status).toBe(status(200))
    expect((await max.api.post(`/api/tickets/${id}/reopen`)).status).toBe(status(200))
  })

  test('others see what they saw before, and no notes', async () => {
    expect(await listed(bob)).toBe(0)
    expect((await bob.api.get(`/api/tickets/${id}`)).status).toBe(404)
    const { body } = await ann.api.get<{ comments: object[] }>(`/api/tickets/${id}/comments`)
    expect(body.comments).toEqual([])
  })

  test('what only admins may do stays theirs', async () => {
    expect((await max.api.get('/api/auth/users')).status).toBe(403)
    expect((await max.api.call('DELETE', `/api/tickets/${id}`)).status).toBe(moderatorsSeeAll ? 403 : 404)
  })

  test('the console is told', async () => {
    const { body } = await max.api.get<{ user: { seesAll?: true } }>('/api/auth/me')
    expect(body.user.seesAll).toBe(moderatorsSeeAll ? true : undefined)
    expect(await at.database.users.findOne({ seesAll: { $exists: true } })).toBeNull()
  })

  test('somebody who is no longer a moderator sees none of them', async () => {
    const { api, user } = await at.somebody('moderator')
    expect(await listed({ api, user, token: '' })).toBe(one)
    await at.database.users.updateOne({ _id: user._id }, { $set: { role: 'user' } })
    at.desk.sessionCache.forget()
    expect((await api.get<Rows>('/api/tickets')).body.tickets).toEqual([])
  })
})
