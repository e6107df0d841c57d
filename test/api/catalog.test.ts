import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CatalogView, EntryView } from '../../core/catalog/catalog-view.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
let root: Known
beforeAll(async () => {
  at = await deskInProcess()
  root = await at.somebody('admin')
})
afterAll(() => at.close())

type One = { entry: EntryView }
const named = async (name: string) => {
  const { skills, categories } = (await root.api.get<CatalogView>('/api/catalog')).body
  return [...skills, ...categories].find((one) => one.name === name)
}

test('everybody reads both lists in the order of the alphabet, without what only the desk needs', async () => {
  const ann = await at.somebody('user')
  const { body } = await ann.api.get<CatalogView>('/api/catalog')
  expect(body.skills.map(({ name }) => name)).toEqual(expect.arrayContaining(['C++', 'C#', 'Node.js']))
  const names = body.categories.map(({ name }) => name)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
  expect(body.categories[0]).not.toHaveProperty('rules')
})

test('an admin adds, renames, retires and merges, and the audit log tells', async () => {
  const added = await root.api.post<One>('/api/catalog/skills', { name: ' COBOL ' })
  expect(added).toMatchObject({ status: 201, body: { entry: { name: 'COBOL', description: '' } } })
  const { id } = added.body.entry
  expect((await root.api.post('/api/catalog/skills', { name: 'Cobol' })).status).toBe(409)
  expect((await root.api.post('/api/catalog/skills', { name: 'a,b' })).status).toBe(400)
  expect((await root.api.post('/api/catalog/skills', { name: 'a\nb' })).status).toBe(400)
  const path = `/api/catalog/skills/${id}`
  expect((await root.api.call<One>('PUT', path, { name: 'Mainframes', retired: true })).body.entry).toEqual({
    ...added.body.entry,
    name: 'Mainframes',
    formerly: ['COBOL'],
    retired: true,
  })
  const java = await named('Java')
  const merged = await root.api.post<One>(`${path}/merge`, { into: java?.id })
  expect(merged.body.entry.formerly).toEqual(['COBOL', 'Mainframes'])
  expect(await named('Mainframes')).toBeUndefined()
  expect((await root.api.post(`${path}/merge`, { into: java?.id })).status).toBe(404)
  const log = await root.api.get<{ entries: object[] }>('/api/audit?action=catalog-changed')
  expect(log.body.entries).toMatchObject([
    {
      about: { kind: 'skill', name: 'Java' },
      changes: [{ field: 'merged', from: 'Mainframes', to: 'Java' }],
    },
    { about: { id }, changes: [{ field: 'name' }, { field: 'retired', from: false, to: true }] },
    { about: { id, name: 'COBOL' }, actor: { id: root.user._id } },
  ])
})

test('the lists are told apart: “Security” and “HR” are in both', async () => {
  const { skills, categories } = (await root.api.get<CatalogView>('/api/catalog')).body
  const skill = skills.find(({ name }) => name === 'HR')
  const path = `/api/catalog/categories/${skill?.id}`
  expect((await root.api.call('PUT', path, { name: 'People' })).status).toBe(404)
  expect(categories.find(({ name }) => name === 'HR')?.id).not.toBe(skill?.id)
})

test('a ticket takes a category and skills of the lists only, by the names that they have now', async () => {
  const filed = await root.api.post<{ ticket: { id: string } }>('/api/tickets', {
    title: 'Printer on fire',
    description: 'x',
  })
  const path = `/api/tickets/${filed.body.ticket.id}`
  expect((await root.api.call('PUT', path, { version: 1, category: 'Garden' })).status).toBe(400)
  expect((await root.api.call('PUT', path, { version: 1, skills: ['Plumbing'] })).status).toBe(400)
  await root.api.post('/api/catalog/categories', { name: 'Garden' })
  const changed = await root.api.call('PUT', path, { version: 1, category: 'Garden', skills: ['c++'] })
  expect(changed).toMatchObject({ status: 200, body: { ticket: { category: 'Garden', skills: ['C++'] } } })
})
