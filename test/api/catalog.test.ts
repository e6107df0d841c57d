import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogView, EntryView } from '../../core/catalog/catalog-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
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

test('an admin gives a category default skills, by any spelling, and everybody reads their current names', async () => {
  const [email, storage] = [await named('Email'), await named('Storage')]
  const category = (await root.api.get<CatalogView>('/api/catalog')).body.categories.find(
    ({ name }) => name === 'Storage',
  )
  const path = `/api/catalog/categories/${category?.id}`
  const set = (defaultSkills: string[]) => root.api.call<One>('PUT', path, { defaultSkills })
  expect((await set(['backup', 'Databases'])).body.entry.defaultSkills).toEqual(['Backup', 'Databases'])
  expect((await set(['Dragons'])).status).toBe(400)
  expect((await set(Array.from({ length: 6 }, () => 'Backup'))).status).toBe(400)
  const skill = await root.api.call('PUT', `/api/catalog/skills/${storage?.id}`, { defaultSkills: ['Email'] })
  expect(skill.status).toBe(400)
  const backup = await named('Backup')
  await root.api.call('PUT', `/api/catalog/skills/${backup?.id}`, { name: 'Backups' })
  const after = (await root.api.get<CatalogView>('/api/catalog')).body.categories
  expect(after.find(({ id }) => id === category?.id)?.defaultSkills).toEqual(['Backups', 'Databases'])
  expect(after.find(({ id }) => id === email?.id)?.defaultSkills).toBeUndefined()
})

test('the lists are kept apart: “Security” and “HR” are in both', async () => {
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

describe('fields of a category', () => {
  const serial = { key: 'serial', label: 'Serial number', kind: 'text', required: true }
  const colour = { key: 'colour', label: 'Colour', kind: 'select', required: false, options: ['Red', 'Blue'] }
  const words = { title: 'Printer on fire', description: 'x', category: 'Hardware' }
  type Shown = { ticket: TicketView }
  const changeFields = async (version: number, fields: object[]) => {
    const { categories } = (await root.api.get<CatalogView>('/api/catalog')).body
    const id = categories.find(({ name }) => name === 'Hardware')?.id
    return root.api.call<One>('PUT', `/api/catalog/categories/${id}/form`, { version, fields })
  }

  test('an admin changes them, everybody reads them, and the audit log tells', async () => {
    expect(await changeFields(0, [serial])).toMatchObject({
      status: 200,
      body: { entry: { name: 'Hardware', form: { version: 1, fields: [serial] } } },
    })
    expect((await changeFields(0, [colour])).status).toBe(409)
    expect(await changeFields(1, [serial, { ...serial, kind: 'colour' }])).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ field: 'fields.1.kind' })]) },
    })
    const ann = await at.somebody('user')
    const { categories } = (await ann.api.get<CatalogView>('/api/catalog')).body
    expect(categories.find(({ name }) => name === 'Hardware')?.form?.fields).toEqual([serial])
    const log = await root.api.get<{ entries: object[] }>('/api/audit?action=catalog-changed')
    expect(log.body.entries[0]).toMatchObject({
      about: { kind: 'category', name: 'Hardware' },
      changes: [{ field: 'fields', from: '', to: 'Serial number (text, required)' }],
    })
  })

  test('a ticket is filed with answers, which its requester can correct, and shows who did', async () => {
    await changeFields(1, [serial, colour])
    const ann = await at.somebody('user')
    const bob = await at.somebody('user')
    expect(await ann.api.post('/api/tickets', { ...words, fields: { colour: 'Green' } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'fields.serial' }, { field: 'fields.colour' }] },
    })
    const filed = await ann.api.post<Shown>('/api/tickets', { ...words, fields: { serial: 'SN-1' } })
    const { id, version } = filed.body.ticket
    expect(filed.body.ticket.fields).toEqual([
      { ...serial, value: 'SN-1' },
      { ...colour, value: null },
    ])
    const path = `/api/tickets/${id}`
    expect((await bob.api.call('PUT', path, { version, fields: { colour: 'Red' } })).status).toBe(404)
    const changed = await ann.api.call<Shown>('PUT', path, { version, fields: { colour: 'Red' } })
    expect(changed.body.ticket.fields).toMatchObject([{ value: 'SN-1' }, { value: 'Red' }])
    expect(changed.body.ticket.history.at(-1)).toMatchObject({
      action: 'edited',
      by: { id: ann.user._id },
      changes: [{ field: 'fields.colour', label: 'Colour', from: '', to: 'Red' }],
    })
  })

  test('another category later asks nothing, and a ticket keeps its answers', async () => {
    const filed = await root.api.post<Shown>('/api/tickets', { ...words, fields: { serial: 'SN-2' } })
    const { id, version } = filed.body.ticket
    const moved = await root.api.call<Shown>('PUT', `/api/tickets/${id}`, { version, category: 'HR' })
    expect(moved.body.ticket).toMatchObject({ category: 'HR', fields: [{ value: 'SN-2' }, { value: null }] })
  })

  test('an erased ticket keeps no answer, in its history neither', async () => {
    const filed = await root.api.post<Shown>('/api/tickets', { ...words, fields: { serial: 'SN-3' } })
    const { id, version } = filed.body.ticket
    await root.api.call('PUT', `/api/tickets/${id}`, { version, fields: { serial: 'SN-4' } })
    expect((await root.api.call('DELETE', `/api/tickets/${id}`)).status).toBe(204)
    expect(JSON.stringify(await at.desk.tickets.find(id))).not.toMatch(/SN-[34]/)
  })
})
