import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CatalogView } from '../../core/catalog/catalog-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { waitFor } from '../support/wait-for.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let bo: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator', skills: ['Java'] })
})
afterAll(() => world?.close())

const lists = async () => (await world.api(ines).get<CatalogView>('/api/catalog')).body
const named = async (name: string) => (await lists()).skills.find((one) => one.name === name)
const assignment = async (id: string) =>
  (await world.api(ines).get<{ ticket: TicketView }>(`/api/tickets/${id}`)).body.ticket.assignment

test('an admin chooses the default skills of a category', async () => {
  const page = await ines.context.newPage()
  await page.goto('/catalog')
  await page.getByText('Categories', { exact: true }).click()
  await page.getByRole('button', { name: 'Edit Development', exact: true }).click()
  await page.getByLabel('Default skills').fill('backup')
  await page.getByLabel('Default skills').press('Enter')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Default skills: Backup').waitFor()
  const { categories } = await lists()
  expect(categories.find(({ name }) => name === 'Development')?.defaultSkills).toEqual(['Backup'])
})

test('an admin adds, renames, merges and retires, and forms offer what there is', async () => {
  const page = await ines.context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Skills & categories' }).click()
  await page.getByRole('button', { name: 'Add a skill' }).click()
  await page.getByLabel('Name').fill('java')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('“Java” already exists.').waitFor()
  await page.getByLabel('Name').fill('COBOL')
  await page.getByLabel('Description').fill('programs from before the flood')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('“COBOL” saved').waitFor()

  await page.getByRole('button', { name: 'Edit Java', exact: true }).click()
  await page.getByLabel('Name').fill('JVM languages')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Formerly: Java').waitFor()

  await page.getByRole('button', { name: 'Merge COBOL' }).click()
  await page.getByLabel('Into', { exact: true }).selectOption('JVM languages')
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('“COBOL” merged into “JVM languages”').waitFor()
  expect(await named('COBOL')).toBeUndefined()

  await page.getByRole('button', { name: 'Retire SAP' }).click()
  await page.getByRole('button', { name: 'Restore SAP' }).waitFor()
  await page.getByRole('button', { name: 'Categories' }).click()
  await page.getByRole('button', { name: 'Retire Other' }).click()
  await page.getByText('triage needs it').waitFor()

  const follows = async () =>
    (await world.api(bo).get<{ user: Somebody['user'] }>('/api/auth/me')).body.user.skills
  expect(
    await waitFor(async () => ((await follows()).includes('JVM languages') ? follows() : null), {
      what: 'the new name in the account',
      timeoutMs: 20_000,
    }),
  ).toEqual(['JVM languages'])
})

test('a ticket is filed under what is offered, also under a new category', async () => {
  await world.api(ines).post('/api/catalog/categories', { name: 'Garden' })
  const { id } = await world.fileTicket(ines, 'The roses are dry')
  await waitFor(() => assignment(id), { what: 'triage and assignment', timeoutMs: 30_000 })
  const page = await ines.context.newPage()
  await page.goto(`/tickets/${id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Category').selectOption('Garden')
  await dialog.getByLabel('Skills').fill('Plumbing')
  await dialog.getByLabel('Skills').press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('“Plumbing” is not in the desk’s list.').waitFor()
  await dialog.getByRole('button', { name: 'Remove Plumbing' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/^#\d+ saved$/).waitFor()
  const { body } = await world.api(ines).get<{ ticket: TicketView }>(`/api/tickets/${id}`)
  expect(body.ticket.category).toBe('Garden')
})
