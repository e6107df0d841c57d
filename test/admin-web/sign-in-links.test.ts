import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeFrom, setUpSecondFactor } from '../support/second-factor.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let root: Somebody
let uma: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  root = await world.makeAdmin('Root Roe')
  uma = await world.makePerson(root, 'Uma Berg')
})
afterAll(() => world?.close())

/** What the mailbox holds as the newest link, once it is another one than before. */
async function askForLink(ask: () => Promise<unknown>, email: string) {
  const before = await world.linkMailedTo(root, email).catch(() => null)
  await ask()
  return expect
    .poll(() => world.linkMailedTo(root, email), { timeout: 30_000 })
    .not.toBe(before)
    .then(() => world.linkMailedTo(root, email))
}

describe('a mailed sign-in link', () => {
  test('is asked for on the log-in page, asks before it signs in, and leads back to the ticket', async () => {
    const ticket = await world.fileTicket(uma, 'Printer on fire')
    const page = await (await world.newContext()).newPage()
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('button', { name: 'E-mail me a sign-in link' }).click()
    await page.getByText('Enter your e-mail address.').waitFor()
    expect(await page.locator('input:focus').getAttribute('name')).toBe('email')
    await page.getByLabel('E-mail address').fill(uma.email)
    const token = await askForLink(
      () => page.getByRole('button', { name: 'E-mail me a sign-in link' }).click(),
      uma.email,
    )
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor()
    for (let scans = 0; scans < 2; scans++) {
      await page.goto(`/welcome#${token}`)
      await page.getByRole('heading', { name: 'Sign in as Uma Berg?' }).waitFor()
      await page.goto('about:blank')
    }
    await page.goto(`/welcome#${token}`)
    await page.getByRole('button', { name: 'Sign in as Uma Berg' }).click()
    await page.getByRole('heading', { name: /Printer on fire/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/tickets/${ticket.id}`)
  })

  test('goes straight on for the same person, and says so to somebody else', async () => {
    const link = async () =>
      askForLink(
        () => world.api(root).post('/api/auth/sign-in-link', { email: uma.email, next: '/profile' }),
        uma.email,
      )
    const token = await link()
    const own = await uma.context.newPage()
    await own.goto(`/welcome#${token}`)
    await own.waitForURL('**/profile')
    const other = await root.context.newPage()
    await other.goto(`/welcome#${token}`)
    await other.getByText('In this browser, Root Roe is signed in.').waitFor()
    await other.getByRole('link', { name: 'Stay signed in as Root Roe' }).click()
    await other.getByRole('link', { name: 'Root Roe' }).waitFor()
    await other.goto('about:blank')
    await other.goto(`/welcome#${token}`)
    await other.getByRole('button', { name: 'Sign in as Uma Berg' }).click()
    await other.waitForURL('**/profile')
    await other.getByRole('link', { name: 'Uma Berg' }).waitFor()
  })

  test('leads somebody with two-step sign-in to the code, and then to the ticket', async () => {
    const bo = await world.makePerson(root, 'Bo Chen', { role: 'moderator' })
    const { key } = await setUpSecondFactor(world.api(bo))
    const ticket = await world.fileTicket(bo, 'Door is stuck')
    const token = await askForLink(
      () =>
        world.api(root).post('/api/auth/sign-in-link', { email: bo.email, next: `/tickets/${ticket.id}` }),
      bo.email,
    )
    const context = await world.newContext()
    const page = await context.newPage()
    await page.goto(`/welcome#${token}`)
    await page.getByRole('button', { name: 'Sign in as Bo Chen' }).click()
    await page.getByRole('heading', { name: 'Two-step sign-in' }).waitFor()
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('deskbridge_session')
    await page.getByLabel('Code', { exact: true }).fill(codeFrom(key, 1))
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByRole('heading', { name: /Door is stuck/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/tickets/${ticket.id}`)
  })

  test('for an address that nobody confirmed asks for the name, not for a password', async () => {
    const page = await (await world.newContext()).newPage()
    const email = 'vic.tim@example.com'
    await page.context().request.post('/api/auth/signup', { data: { email, name: 'Thief' } })
    const token = await askForLink(
      () => page.context().request.post('/api/auth/sign-in-link', { data: { email } }),
      email,
    )
    await page.goto(`/welcome#${token}`)
    await page.getByRole('heading', { name: `Sign in as ${email}?` }).waitFor()
    await page.getByLabel('Name').fill('Vic Tim')
    await page.getByRole('button', { name: `Sign in as ${email}` }).click()
    await page.getByRole('link', { name: 'Vic Tim' }).waitFor()
  })
})
