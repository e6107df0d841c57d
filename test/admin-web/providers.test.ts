import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOpenIdProvider } from '../doubles/openid/openid-provider.ts'
import { codeFrom, setUpSecondFactor } from '../support/second-factor.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

const client = { clientId: 'desk', clientSecret: 'a secret of the desk', redirectUri: '' }
let world: ConsoleWorld
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>
let root: Somebody
beforeAll(async () => {
  provider = await startOpenIdProvider(client)
  world = await createConsoleWorld({
    OPENID_ISSUER: provider.issuer,
    OPENID_CLIENT_ID: client.clientId,
    OPENID_CLIENT_SECRET: client.clientSecret,
    OPENID_NAME: 'Example ID',
  })
  root = await world.makeAdmin('Root Roe')
})
afterAll(async () => {
  await world?.close()
  await provider.close()
})

test('the button leads by the provider back to the ticket, and says what went wrong', async () => {
  const ticket = await world.fileTicket(root, 'Printer on fire')
  const page = await (await world.newContext()).newPage()
  const claims = { sub: '1', email: root.email, email_verified: true, name: 'Root Roe' }
  const home = world.desk.url.replace('127.0.0.1', 'localhost')
  client.redirectUri = `${home}/api/auth/openid/sso/callback`
  await page.goto(`/tickets/${ticket.id}`)
  provider.signIn({ ...claims, email_verified: false })
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click()
  await page.getByText('The other service hasn’t confirmed your e-mail address.').waitFor()
  provider.signIn(claims)
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click()
  await page.waitForURL(`${home}/tickets/${ticket.id}`)
  await page.getByRole('heading', { name: /Printer on fire/ }).waitFor()
  expect(provider.refused).toEqual([])
})

test('with two-step sign-in, the provider leads to the code, and only the code to the ticket', async () => {
  const bo = await world.makePerson(root, 'Bo Chen', { role: 'moderator' })
  const { key } = await setUpSecondFactor(world.api(bo))
  const ticket = await world.fileTicket(bo, 'Door is stuck')
  const context = await world.newContext()
  const page = await context.newPage()
  const home = world.desk.url.replace('127.0.0.1', 'localhost')
  client.redirectUri = `${home}/api/auth/openid/sso/callback`
  provider.signIn({ sub: '2', email: bo.email, email_verified: true, name: 'Bo Chen' })
  await page.goto(`${home}/tickets/${ticket.id}`)
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click()
  await page.getByRole('heading', { name: 'Two-step sign-in' }).waitFor()
  expect(page.url()).toBe(`${home}/login/code`)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('deskbridge_session')
  await page.getByLabel('Code', { exact: true }).fill(codeFrom(key, 1))
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: /Door is stuck/ }).waitFor()
  expect(page.url()).toBe(`${home}/tickets/${ticket.id}`)
  await page.goBack()
  // Where that leads to a page for guests, it leads on: going forward at the same moment would race with it.
  await page.getByRole('navigation').first().waitFor()
  await page.goForward()
  expect(page.url()).not.toContain('token=')
})

test('words from outside are not shown as a problem', async () => {
  const page = await (await world.newContext()).newPage()
  await page.goto('/login?problem=Call+0900')
  await page.getByRole('link', { name: 'Sign in with Example ID' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await page.getByText('0900').count()).toBe(0)
})

test.each([
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const)('the log-in page fits, %s at %i px', async (colorScheme, width) => {
  const page = await (await world.newContext({ colorScheme, viewport: { width, height: 860 } })).newPage()
  await page.goto('/login')
  await page.getByRole('button', { name: 'E-mail me a sign-in link' }).waitFor()
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow).toBe(0)
})
