import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserView } from '../../core/users/user-view.ts'
import { clicked } from './clicked.ts'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let bo: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  bo = await world.makePerson(ines, 'Bo Chen')
})
afterAll(() => world?.close())

const accounts = async () => (await world.api(ines).get<{ users: UserView[] }>('/api/auth/users')).body.users

test('an admin makes somebody a moderator with skills, and it is in force at their next request', async () => {
  const [admins, bos] = await Promise.all([ines.context.newPage(), bo.context.newPage()])
  await bos.goto('/tickets')
  await bos.getByRole('heading', { name: 'My tickets' }).waitFor()
  await admins.goto('/users')
  await admins.getByRole('button', { name: 'Edit Bo Chen' }).click()

  await admins.getByLabel('Role').selectOption('moderator')
  await admins.getByText('Bo Chen will be signed out everywhere').waitFor()
  await admins.getByLabel('Skills').fill('java')
  await admins.getByLabel('Skills').press('Enter')
  await admins.getByLabel('Skills').fill('C++')
  await admins.getByLabel('Skills').press('Enter')
  await admins.getByLabel('Languages').selectOption('German')
  await admins.getByLabel('Languages').selectOption('Polish')
  await admins.getByRole('button', { name: 'Remove Polish' }).click()
  await admins.getByLabel('Capacity').fill('4.5')
  await admins.getByLabel('Discord user ID').fill('12')
  await admins.getByRole('button', { name: 'Save' }).click()
  await admins.getByText('Enter a whole number.').waitFor()
  await admins.getByText('Enter a Discord user ID of 17 to 20 digits.').waitFor()
  await admins.getByLabel('Capacity').fill('4')
  await admins.getByLabel('Discord user ID').fill('200000000000000001')
  await admins.getByRole('button', { name: 'Save' }).click()
  await admins.getByText('Changes to Bo Chen saved').waitFor()

  expect((await accounts()).find(({ name }) => name === 'Bo Chen')).toMatchObject({
    role: 'moderator',
    skills: ['Java', 'C++'],
    languages: ['de'],
    capacity: 4,
    discord: '200000000000000001',
  })

  await admins.getByText('Speaks German').waitFor()

  await bos.getByRole('heading', { name: 'Log in' }).waitFor()
  await bos.getByLabel('E-mail address').fill(bo.email)
  await bos.getByLabel('Password').fill(password)
  await bos.getByRole('button', { name: 'Log in' }).click()
  await bos.getByRole('link', { name: 'Queue' }).click()
  await bos.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  expect(await bos.getByRole('link', { name: 'Users' }).count()).toBe(0)
})

test('duty is switched in the list, and announced', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  const duty = page.getByRole('listitem').filter({ hasText: 'Bo Chen' }).getByRole('checkbox')
  const before = await duty.isChecked()
  expect(await duty.evaluate(clicked)).toBe(!before)
  await page.getByText(`Bo Chen is ${before ? 'off' : 'on'} duty`).waitFor()
  expect((await accounts()).find(({ name }) => name === 'Bo Chen')?.onDuty).toBe(!before)
})

test('one’s own role changes only on purpose, and the last admin stays', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  await page.getByRole('button', { name: 'Edit Ines Okafor' }).click()
  await page.getByLabel('Role').selectOption('user')
  const save = page.getByRole('button', { name: 'Save' })
  expect(await save.isDisabled()).toBe(true)
  await page.getByLabel('Yes, change my own account').check()
  await save.click()
  await page.getByText('This is the last admin. Make someone else an admin first.').waitFor()
  expect((await accounts()).find(({ name }) => name === 'Ines Okafor')?.role).toBe('admin')
})

test('people are found by how their names start', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  const rows = page.getByRole('list', { name: 'Users' }).getByRole('listitem')
  await rows.filter({ hasText: 'Ines Okafor' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('che')
  await rows.filter({ hasText: 'Ines Okafor' }).waitFor({ state: 'detached' })
  expect(await rows.count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('search')).toBe('che')
  await page.getByLabel('Search users').fill('nobody')
  await page.getByText('No matches').waitFor()
})

test('the audit log says who changed what, and is filtered by person and action', async () => {
  const page = await ines.context.newPage()
  await page.goto('/audit')
  const rows = page.locator('[aria-label="Audit log"] > li')
  await rows.filter({ hasText: 'role: user → moderator' }).filter({ hasText: 'Bo Chen' }).waitFor()
  await page.getByLabel('Action').selectOption('Signed in')
  await rows.filter({ hasText: 'role:' }).waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Person' }).fill('bo')
  await page.getByRole('option', { name: 'Bo Chen' }).waitFor()
  await page.keyboard.press('Enter')
  await rows.filter({ hasText: 'Ines Okafor' }).first().waitFor({ state: 'detached' })
  expect(await rows.filter({ hasText: 'Bo Chen' }).count()).toBeGreaterThan(0)

  await page.reload()
  await page.getByRole('button', { name: 'Remove filter By Bo Chen' }).click()
  await rows.filter({ hasText: 'Ines Okafor' }).first().waitFor()
  await page.getByLabel('To', { exact: true }).fill('2020-01-01')
  await page.getByText('No matches').waitFor()
})

test('the profile gives a code to link Discord with', async () => {
  const page = await ines.context.newPage()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Link Discord' }).click()
  expect(await page.getByRole('status').locator('code').textContent()).toMatch(/^\/link [A-Z0-9]{6,}$/)
})
