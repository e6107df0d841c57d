import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiClient } from '../support/api-client.ts'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(() => world?.close())

const second = 'staple correct horse'

test('the profile shows the devices, signs others out, and changes the password', async () => {
  const phone = await (await world.newContext()).newPage()
  await phone.context().request.post('/api/auth/login', { data: { email: ines.email, password } })
  const page = await ines.context.newPage()
  await page.goto('/profile')
  const devices = page.getByRole('list', { name: 'Devices' }).getByRole('listitem')
  await page.getByText('This device').waitFor()
  expect(await devices.count()).toBeGreaterThan(2)
  await devices.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('button', { name: 'Sign out all other devices' }).click()
  await page.getByRole('button', { name: 'Sign out all other devices' }).waitFor({ state: 'detached' })
  expect(await devices.count()).toBe(1)
  await phone.goto('/profile')
  await phone.getByRole('heading', { name: 'Log in' }).waitFor()

  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('The current password is wrong.').waitFor()
  await page.getByLabel('Current password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Password changed. Your other devices are signed out.').waitFor()
  await expect.poll(() => page.getByLabel('New password').inputValue()).toBe('')
})

test('one’s own name changes, here and in the menu', async () => {
  const page = await ines.context.newPage()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Change name' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Inés Okafor')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Name changed to Inés Okafor').waitFor()
  await page.getByRole('link', { name: 'Inés Okafor' }).waitFor()
})

test('a moderator or admin says which languages they speak', async () => {
  const page = await ines.context.newPage()
  await page.goto('/profile')
  await page.getByText('No languages stated: counts as English').waitFor()
  await page.getByRole('button', { name: 'Change languages' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Languages').selectOption('German')
  await dialog.getByLabel('Languages').selectOption('English')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Speaks English and German').waitFor()
})

test('an API key is shown once, works, and is refused once it is revoked', async () => {
  const page = await ines.context.newPage()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Create key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
  await page.getByText('Enter a name.').waitFor()
  await page.getByLabel('Name').fill('Monitoring')
  await page.getByLabel('Expires after').selectOption('30 days')
  await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
  const secret = (await page.getByRole('dialog').getByText(/^dk_/).textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('list', { name: 'API keys' }).getByText('Never used').waitFor()
  expect((await page.content()).includes(secret)).toBe(false)

  const program = apiClient(world.desk.url, secret)
  expect((await program.get('/api/tickets')).status).toBe(200)
  expect((await program.get('/api/auth/users')).status).toBe(403)
  await page.getByRole('button', { name: 'Revoke Monitoring' }).click()
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await page.getByText('Key “Monitoring” revoked').waitFor()
  expect((await program.get('/api/tickets')).status).toBe(401)
})

test('a forgotten password is replaced by the link in a mail', async () => {
  const page = await (await world.newContext()).newPage()
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail address').fill('no address')
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByText('Enter an e-mail address.').waitFor()
  await page.getByLabel('E-mail address').fill(ines.email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor()

  const login = await ines.context.request.post('/api/auth/login', {
    data: { email: ines.email, password: second },
  })
  const token = await world.linkMailedTo({ ...ines, ...(await login.json()) }, ines.email)
  await page.goto(`/welcome#${token}`)
  await page.getByLabel('Password').fill('a third password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
})
