import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
beforeAll(async () => {
  world = await createConsoleWorld()
})
afterAll(() => world?.close())

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
}

test('the first start’s link makes the admin, who goes on signed in', async () => {
  const page = await (await world.newContext()).newPage()
  await page.goto(`/welcome#${world.desk.setupToken}`)
  await page.getByRole('heading', { name: 'Set up this desk' }).waitFor()

  await fill(page, { Name: 'Ines Okafor', 'E-mail address': 'ines@example.com', Password: 'short' })
  await page.getByRole('button', { name: 'Create admin account' }).click()
  await page.getByText('Use at least 10 characters.').waitFor()
  expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true')

  await fill(page, { Password: password })
  await page.getByRole('button', { name: 'Create admin account' }).click()
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/queue')
  expect(await page.title()).toBe('Queue · Deskbridge')
  // The session is a cookie that scripts can't read, and so is what remembers the device.
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name, httpOnly }) => [name, httpOnly])).toEqual([
    ['deskbridge_device', true],
    ['deskbridge_session', true],
  ])
  expect(await page.evaluate('document.cookie')).toBe('')

  await page.goto(`/welcome#${world.desk.setupToken}`)
  await page.getByRole('heading', { name: 'This link doesn’t work' }).waitFor()
})

test('a new employee signs up, reads the mail in the admin’s mailbox view, confirms and files', async () => {
  const admin = await (await world.newContext()).newPage()
  await logIn(admin, 'ines@example.com')
  const page = await (await world.newContext()).newPage()
  await page.goto('/signup')
  await fill(page, { Name: 'Mia Wong', 'E-mail address': 'mia@example.com' })
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor()

  await admin.getByRole('link', { name: 'Mailbox' }).click()
  await admin.getByRole('link', { name: /Confirm your address/ }).click({ timeout: 30_000 })
  const frame = admin.frameLocator('iframe[title="Message"]')
  const href = await frame.getByRole('link', { name: 'Confirm my address' }).getAttribute('href')
  const { hash } = new URL(href ?? '')

  await page.goto(`/welcome${hash}`)
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('mia@example.com')
  await page.getByRole('button', { name: 'Confirm address' }).click()
  await page.getByText('Use at least 10 characters.').waitFor()
  await fill(page, { Password: password })
  await page.getByRole('button', { name: 'Confirm address' }).click()
  await page.getByRole('heading', { name: 'My tickets', level: 1 }).waitFor()
  await page.getByText('You haven’t filed any tickets yet').waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Users' }).count()).toBe(0)

  for (const forbidden of ['/queue', '/users', '/mailbox', '/health', '/all']) {
    await page.goto(forbidden)
    await page.getByRole('heading', { name: 'My tickets', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/tickets')
  }
})

test('a page asked for without a session comes after log-in; another site never does', async () => {
  const page = await (await world.newContext()).newPage()
  await page.goto('/users?x=1')
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  expect(new URL(page.url()).search).toBe('?from=%2Fusers%3Fx%3D1')

  await fill(page, { 'E-mail address': 'ines@example.com', Password: 'not the password' })
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('alert').waitFor()
  await fill(page, { Password: password })
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/users')

  await page.goto('/login?from=//evil.example/')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  expect(new URL(page.url()).origin).toBe(world.desk.url)

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
})

test('no page breaks the content security policy or writes an error into the console', async () => {
  const context = await world.newContext()
  // A violation that the page's code catches, as of eval, is an event and nothing else.
  await context.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))`,
  )
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(world.desk.url)) elsewhere.push(request.url())
  })
  await context.request.post('/api/auth/login', { data: { email: 'ines@example.com', password } })
  for (const path of [
    '/queue',
    '/tickets',
    '/tickets/new',
    '/all',
    '/users',
    '/audit',
    '/mailbox',
    '/health',
    '/profile',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  }
  await page.getByRole('link', { name: 'Mailbox' }).click()
  await page.getByRole('list', { name: 'Messages' }).getByRole('link').first().click()
  await page.frameLocator('iframe').getByText('Deskbridge').first().waitFor()
  expect(wrong).toEqual([])
  expect(elsewhere.filter((url) => !url.startsWith('about:') && !url.startsWith('data:'))).toEqual([])
})

async function logIn(page: Page, email: Somebody['email']) {
  await page.goto('/login')
  await fill(page, { 'E-mail address': email, Password: password })
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { level: 1, name: /Queue|My tickets/ }).waitFor()
}
