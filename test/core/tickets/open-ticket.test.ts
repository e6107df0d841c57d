import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../core/catalog/catalog.ts'
import { changeCategoryForm, changeFormSchema } from '../../../core/catalog/edit-catalog.ts'
import { newId } from '../../../core/ids.ts'
import type { Answers } from '../../../core/tickets/fields/ticket-field.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'

let at: DeskInProcess
let ann: Known
beforeAll(async () => {
  at = await deskInProcess()
  ann = await at.somebody('user')
})
afterAll(() => at.close())

const input = { title: 'Printer on fire', description: 'It smokes.', urgency: 'normal' as const }
const file = (key: string) => openTicket(at.desk, ann.user, { key, source: 'api', input })

test('repeats of a delivery take no number, one after another or all at once', async () => {
  const first = await file('one')
  expect(first.created).toBe(true)
  for (let times = 0; times < 5; times++)
    expect(await file('one')).toMatchObject({ created: false, ticket: { number: first.ticket.number } })
  expect((await file('two')).ticket.number).toBe(first.ticket.number + 1)

  const together = await Promise.all(Array.from({ length: 8 }, () => file('three')))
  expect(together.filter(({ created }) => created)).toHaveLength(1)
  expect(new Set(together.map(({ ticket }) => ticket.number))).toEqual(new Set([first.ticket.number + 2]))
  expect((await file('four')).ticket.number).toBe(first.ticket.number + 3)
})

test('repeats amid other tickets leave no gap and give no number twice', async () => {
  const keys = Array.from({ length: 20 }, () => newId())
  const filed: number[] = []
  for (const key of keys) filed.push((await file(key)).ticket.number, (await file(key)).ticket.number)
  const numbers = [...new Set(filed)]
  expect(numbers).toHaveLength(20)
  expect(Math.max(...numbers) - Math.min(...numbers)).toBe(19)
})

test('a delivery that fails fails for all that wait for it, and can be repeated', async () => {
  const broken = { ...at.desk, nextNumber: () => Promise.reject(new Error('database is away')) }
  const attempts = [1, 2].map(() => openTicket(broken, ann.user, { key: 'five', source: 'api', input }))
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await file('five')).created).toBe(true)
})

test('a ticket for somebody else is theirs, and its history says who filed it', async () => {
  const bob = await at.somebody('user')
  const { ticket } = await openTicket(at.desk, ann.user, {
    ...{ key: 'six', source: 'slack', input, requester: bob.user },
    noticeTo: { channel: 'C1', thread: '1.0' },
  })
  expect(ticket.requester.id).toBe(bob.user._id)
  expect(ticket.history).toMatchObject([{ action: 'opened', by: { id: ann.user._id } }])
  expect(ticket.audience).not.toContain(ann.user._id)
})

describe('fields of the category', () => {
  const serial = { key: 'serial', label: 'Serial number', kind: 'text', required: true } as const
  const changeFields = async (fields: object[]) => {
    const root = await at.somebody('admin')
    const { categories } = await at.desk.catalog.load()
    const { id, form } = categories.find(({ name }) => name === 'Hardware') as Entry
    const input = changeFormSchema.parse({ version: form?.version ?? 0, fields })
    await changeCategoryForm(at.desk, root.user, id, input, { surface: 'api', address: null, agent: null })
  }
  const fileIn = (key: string, fields: Answers, more: object = {}) =>
    openTicket(at.desk, ann.user, {
      ...{ key, source: 'api', category: 'Hardware', input: { ...input, fields } },
      ...more,
    })

  test('a ticket stores what was asked with the answers, and keeps it when the fields change', async () => {
    await changeFields([serial])
    const { ticket } = await fileIn('answered', { serial: 'SN-1' })
    expect(ticket).toMatchObject({ fields: [{ ...serial, value: 'SN-1' }], formVersion: 1 })
    await changeFields([{ ...serial, label: 'Inventory number' }])
    expect((await at.desk.tickets.find(ticket._id))?.fields).toEqual([{ ...serial, value: 'SN-1' }])
    expect((await fileIn('after', { serial: 'SN-2' })).ticket).toMatchObject({
      fields: [{ label: 'Inventory number' }],
      formVersion: 2,
    })
  })

  test('a ticket without a required answer is refused; a repeat of a filed one is not', async () => {
    await changeFields([])
    const { ticket } = await fileIn('asked nothing', {})
    expect(ticket).not.toHaveProperty('fields')
    await changeFields([serial])
    await expect(fileIn('asked', {})).rejects.toMatchObject({
      ...{ kind: 'invalid', field: 'fields.serial' },
      message: 'Serial number: Fill in this field.',
    })
    expect(await fileIn('asked nothing', {})).toMatchObject({ created: false, ticket: { _id: ticket._id } })
    const later = await fileIn('later', {}, { answersLater: true })
    expect(later.ticket.fields).toEqual([{ ...serial, value: null }])
  })

  test('a ticket without a category has no fields to answer', async () => {
    expect((await file('no category')).ticket).not.toHaveProperty('fields')
    await expect(fileIn('none', { serial: 'SN-1' }, { category: null })).rejects.toMatchObject({
      errors: [{ field: 'fields.serial' }],
    })
  })
})
