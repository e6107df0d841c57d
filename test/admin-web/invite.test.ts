import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(() => world?.close())

test('an admin invites a moderator, who sets a password by the mail and works on', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite someone' })
  await dialog.getByLabel('Name').fill('Bo Chen')
  await dialog.getByLabel('E-mail address').fill('bo')
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await dialog.getByText('Enter an e-mail address.').waitFor()
  await dialog.getByLabel('E-mail address').fill('bo@example.com')
  await dialog.getByLabel('Role').selectOption('moderator')
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await page.getByText('Invitation sent to Bo Chen').waitFor()
  await page.getByRole('button', { name: 'Edit Bo Chen' }).waitFor()

  const bo = await (await world.newContext()).newPage()
  await bo.goto(`/welcome#${await world.linkMailedTo(ines, 'bo@example.com')}`)
  await bo.getByLabel('Password').fill('staple correct horse')
  await bo.getByRole('button', { name: 'Set password' }).click()
  await bo.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()

  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await dialog.getByLabel('Name').fill('Bo Chen')
  await dialog.getByLabel('E-mail address').fill('bo@example.com')
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await dialog.getByRole('alert').getByText('This address already has an account.').waitFor()
  expect(await dialog.isVisible()).toBe(true)
})
