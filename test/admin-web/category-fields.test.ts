import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CatalogView } from '../../core/catalog/catalog-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'
import { layoutFaults } from './layout-faults.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee')
})
afterAll(() => world?.close())

const isFocused = async (one: Locator) => (await one.and(one.page().locator(':focus')).count()) === 1

const category = async (name: string) =>
  (await world.api(ines).get<CatalogView>('/api/catalog')).body.categories.find((one) => one.name === name)
const changeFields = async (name: string, fields: object[]) => {
  const { id, form } = (await category(name)) ?? {}
  const body = { version: form?.version ?? 0, fields }
  await world.api(ines).call('PUT', `/api/catalog/categories/${id}/form`, body)
}

test('an admin adds, orders and removes the fields of a category, on a phone too', async () => {
  const page = await ines.context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/catalog')
  await page.getByRole('button', { name: 'Categories' }).click()
  await page.getByRole('button', { name: 'Fields of Purchase' }).click()
  const dialog = page.getByRole('dialog')
  for (const label of ['Price', 'Colour', 'By mistake']) {
    await dialog.getByRole('button', { name: 'Add a field' }).click()
    await page.keyboard.type(label)
  }
  const colour = dialog.getByRole('listitem', { name: 'Colour' })
  await colour.getByLabel('Kind').selectOption('Select')
  await colour.getByLabel('Options').fill('Red')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await colour.getByText('Give it at least 2 options.').waitFor()
  expect(await isFocused(colour.getByLabel('Options'))).toBe(true)
  await colour.getByLabel('Options').fill('Red\nBlue')
  await colour.getByLabel('Required').check()
  expect(await layoutFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Move Colour up' }).click()
  await dialog.getByRole('button', { name: 'Remove By mistake' }).click()
  expect(await isFocused(dialog.getByRole('button', { name: 'Add a field' }))).toBe(true)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Asks for: Colour, Price').waitFor()
  expect((await category('Purchase'))?.form).toEqual({
    version: 1,
    fields: [
      { key: 'colour', label: 'Colour', kind: 'select', required: true, options: ['Red', 'Blue'] },
      { key: 'price', label: 'Price', kind: 'text', required: false },
    ],
  })
})

test('the form for a new ticket asks what the category asks, and the ticket shows the answers', async () => {
  await changeFields('Hardware', [
    { key: 'serial', label: 'Serial number', kind: 'text', required: true, help: 'On the back.' },
    { key: 'floor', label: 'Floor', kind: 'number', required: false },
    { key: 'bought', label: 'Bought on', kind: 'date', required: false },
    { key: 'spare', label: 'I have a spare one', kind: 'checkbox', required: false },
  ])
  await changeFields('Network', [{ key: 'room', label: 'Room', kind: 'text', required: false }])
  const page = await ann.context.newPage()
  await page.goto('/tickets/new')
  await page.getByLabel('Title').fill('The printer jams')
  await page.getByRole('textbox', { name: 'What happened?' }).fill('Since Monday.')
  await page.getByLabel('Category').selectOption('Hardware')
  await page.getByLabel('Floor').fill('third')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByText('Fill in this field.').waitFor()
  await page.getByText('Enter a number.').waitFor()
  await page.getByLabel('Serial number').fill('SN-4711')
  await page.getByLabel('Floor').fill('3')
  await page.getByLabel('Bought on').fill('2026-11-02')
  await page.getByLabel('Category').selectOption('Network')
  await page.getByLabel('Room').fill('3.14')
  expect(await page.getByLabel('Serial number').count()).toBe(0)
  await page.reload()
  await page.getByLabel('Category').selectOption('Hardware')
  expect(await page.getByLabel('Serial number').inputValue()).toBe('SN-4711')
  await page.getByLabel('I have a spare one').check()
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByText(/^Filed as #\d+$/).waitFor()
  await page.getByText('SN-4711').waitFor()
  const id = page.url().split('/').at(-1)
  const { body } = await world.api(ann).get<{ ticket: TicketView }>(`/api/tickets/${id}`)
  expect(body.ticket.fields.map(({ key, value }) => [key, value])).toEqual([
    ['serial', 'SN-4711'],
    ['floor', 3],
    ['bought', '2026-11-02'],
    ['spare', true],
  ])
})

test('answers are corrected on the ticket’s page, and the history says what changed', async () => {
  await changeFields('Hardware', [
    { key: 'serial', label: 'Serial number', kind: 'text', required: true },
    { key: 'spare', label: 'I have a spare one', kind: 'checkbox', required: false },
  ])
  const { body: filed } = await world.api(ann).post<{ ticket: TicketView }>('/api/tickets', {
    ...{ title: 'The printer jams', description: 'Since Monday.', category: 'Hardware' },
    fields: { serial: 'SN-1' },
  })
  const read = async () =>
    (await world.api(ann).get<{ ticket: TicketView }>(`/api/tickets/${filed.ticket.id}`)).body.ticket
  // triage is a change, too
  await expect.poll(async () => (await read()).assignment, { timeout: 30_000 }).not.toBeNull()
  const page = await ann.context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/tickets/${filed.ticket.id}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Serial number').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Fill in this field.').waitFor()
  await dialog.getByLabel('Serial number').and(page.locator(':focus')).waitFor()
  expect(await layoutFaults(page)).toEqual([])
  await dialog.getByLabel('Serial number').fill('SN-2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/^#\d+ saved$/).waitFor()
  await page.getByText('SN-2', { exact: true }).waitFor()
  const ticket = await read()
  expect(ticket.fields.map(({ value }) => value)).toEqual(['SN-2', null])
  expect(ticket.history.at(-1)?.changes).toEqual([
    { field: 'fields.serial', label: 'Serial number', from: 'SN-1', to: 'SN-2' },
  ])
})

test('fields that an admin adds meanwhile appear in the form that was refused', async () => {
  await changeFields('Storage', [])
  const page = await ann.context.newPage()
  await page.goto('/tickets/new')
  await page.getByLabel('Title').fill('The share is full')
  await page.getByRole('textbox', { name: 'What happened?' }).fill('Since Monday.')
  await page.getByLabel('Category').selectOption('Storage')
  await changeFields('Storage', [{ key: 'share', label: 'Share', kind: 'text', required: true }])
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByText('Share: Fill in this field.').waitFor()
  await page.getByLabel('Share').fill('//files/sales')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByText(/^Filed as #\d+$/).waitFor()
})
