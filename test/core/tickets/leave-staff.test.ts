import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { mislisted } from '../../support/mislisted.ts'
import { maintainAccount } from '../../support/run-workflows.ts'

let at: DeskInProcess
let ann: Known
let root: Known
let max: Known
beforeAll(async () => {
  at = await deskInProcess()
  ann = await at.somebody('user')
  root = await at.somebody('admin')
})
afterAll(async () => {
  expect(await mislisted(at.database)).toEqual([])
  await at.close()
})

type View = {
  ticket: {
    id: string
    status: string
    assignee: { id: string } | null
    watchers: { id: string }[]
    history: { action: string }[]
  }
}
const file = async (who = ann) =>
  (await who.api.post<View>('/api/tickets', { title: 'Printer on fire', description: 'Flames.' })).body.ticket
    .id
const read = async (id: string) => (await root.api.get<View>(`/api/tickets/${id}`)).body.ticket
const change = (who: Known, to: object) => root.api.post('/api/auth/update-user', { id: who.user._id, ...to })
const seenBy = async (who: Known, id: string) =>
  (await at.desk.tickets.find(id))?.audience.includes(who.user._id)
const moderator = async () => {
  max = await at.somebody('moderator')
  return max
}

describe.each([
  ['demoted', { role: 'user' }],
  ['deactivated', { active: false }],
])('a moderator who is %s', (_name, to) => {
  test('loses claims, assignments and watches of their own', async () => {
    await moderator()
    const ids = [await file(), await file(), await file(), await file()] as const
    const [claimed, assigned, watched, solved] = ids
    await max.api.post(`/api/tickets/${claimed}/claim`)
    await root.api.post(`/api/tickets/${assigned}/assign`, { assignee: max.user._id })
    await max.api.put(`/api/tickets/${watched}/watchers/${max.user._id}`, undefined)
    await max.api.post(`/api/tickets/${solved}/claim`)
    await max.api.post(`/api/tickets/${solved}/resolve`, { resolution: 'Done.' })
    expect(await Promise.all(ids.map((id) => seenBy(max, id)))).toEqual([true, true, true, true])
    expect((await change(max, to)).status).toBe(200)
    expect(await Promise.all(ids.map((id) => seenBy(max, id)))).toEqual([false, false, false, false])
    expect(await read(claimed)).toMatchObject({ status: 'open', assignee: null })
    expect(await read(assigned)).toMatchObject({ status: 'open', assignee: null })
    expect(await read(solved)).toMatchObject({
      status: 'resolved',
      assignee: null,
      resolution: { by: { id: max.user._id } },
    })
  })

  test('keeps what they filed, and what was shared with them on purpose', async () => {
    await moderator()
    const [own, shared] = [await file(max), await file()]
    await root.api.put(`/api/tickets/${shared}/watchers/${max.user._id}`, undefined)
    await change(max, to)
    expect([await seenBy(max, own), await seenBy(max, shared)]).toEqual([true, true])
  })

  test('does not follow an original because of a duplicate that they watched', async () => {
    await moderator()
    const [original, duplicate] = [await file(), await file()]
    await max.api.put(`/api/tickets/${duplicate}/watchers/${max.user._id}`, undefined)
    await root.api.post(`/api/tickets/${duplicate}/duplicate`, {
      of: (await at.desk.tickets.find(original))?.number,
    })
    expect(await seenBy(max, original)).toBe(true)
    await change(max, to)
    await maintainAccount(at, max.user._id).catch(() => undefined)
    expect([await seenBy(max, duplicate), await seenBy(max, original)]).toEqual([false, false])
  })

  test('gets nothing back with a duplicate that is unmarked', async () => {
    await moderator()
    const [original, duplicate] = [await file(), await file()]
    await max.api.post(`/api/tickets/${duplicate}/claim`)
    await root.api.post(`/api/tickets/${duplicate}/duplicate`, {
      of: (await at.desk.tickets.find(original))?.number,
    })
    await change(max, to)
    expect((await root.api.remove(`/api/tickets/${duplicate}/duplicate`)).status).toBe(200)
    expect(await read(duplicate)).toMatchObject({ status: 'open', assignee: null })
    expect(await seenBy(max, duplicate)).toBe(false)
  })
})

test('a mention that made a moderator watch ends too', async () => {
  await moderator()
  const id = await file()
  await root.api.post(`/api/tickets/${id}/comments`, {
    body: 'Look',
    visibility: 'internal',
    mentions: [max.user._id],
  })
  expect(await seenBy(max, id)).toBe(true)
  await change(max, { role: 'user' })
  expect(await seenBy(max, id)).toBe(false)
})

test('an admin who becomes a moderator keeps what they have', async () => {
  const second = await at.somebody('admin')
  const id = await file()
  await second.api.post(`/api/tickets/${id}/claim`)
  await change(second, { role: 'moderator' })
  expect(await read(id)).toMatchObject({ status: 'in_progress', assignee: { id: second.user._id } })
})
