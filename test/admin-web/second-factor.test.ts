import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFrom } from '../support/second-factor.ts'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let bo: Somebody
let key: string
let codes: string[]

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator' })
})
afterAll(() => world?.close())

async function logIn(page: Page, path = '/') {
  await page.goto(path)
  await page.getByLabel('E-mail address').fill(bo.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Two-step sign-in' }).waitFor()
}

const paste = (page: Page, text: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }`)

test('a moderator sets it up with the key and a first code, and saves the recovery codes', async () => {
  const page = await bo.context.newPage()
  const blocked: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text())
  })
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up two-step sign-in' })
  await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
  key = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
  expect(key).toMatch(/^[A-Z2-7]{32}$/)
  await dialog.getByLabel('Code').fill('000000')
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await dialog.getByText('This code is wrong.').waitFor()
  await dialog.getByLabel('Code').fill(codeFrom(key, -1))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  const list = dialog.getByRole('list', { name: 'Recovery codes' })
  await list.waitFor()
  codes = await list.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect((await readFile(await saved.path(), 'utf8')).trim().split('\n')).toEqual(codes)
  await dialog.getByRole('button', { name: 'I have saved them' }).click()
  await page.getByText('You have 10 recovery codes left.').waitFor()
  expect(blocked).toEqual([])
})

test('signing in asks for the code, says when it is wrong, and leads to the page that was asked for', async () => {
  const page = await (await world.newContext()).newPage()
  await logIn(page, '/profile')
  const field = page.getByLabel('Code', { exact: true })
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
  expect(await field.getAttribute('inputmode')).toBe('numeric')
  expect(await page.locator(':focus').getAttribute('autocomplete')).toBe('one-time-code')
  await field.fill('000 000')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByText('This code is wrong or was used before.').waitFor()
  const code = codeFrom(key)
  await field.focus()
  await paste(page, `${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
})

test('a recovery code lets in once', async () => {
  for (const expected of ['in', 'refused']) {
    const page = await (await world.newContext()).newPage()
    await logIn(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(String(codes[0]).toLowerCase())
    await page.getByRole('button', { name: 'Log in' }).click()
    if (expected === 'in') await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
    else await page.getByText('This recovery code is wrong or was used before.').waitFor()
  }
})

test('without a first step there is nothing to enter a code for; going back keeps the address', async () => {
  const page = await (await world.newContext()).newPage()
  await page.goto('/login/code')
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await logIn(page)
  await page.getByRole('link', { name: 'Back to log in' }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(bo.email)
})

test('an admin resets it after a question; the person is signed out', async () => {
  const [admins, bos] = await Promise.all([ines.context.newPage(), bo.context.newPage()])
  await bos.goto('/queue')
  await bos.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  await admins.goto('/users')
  await admins.getByRole('button', { name: 'Edit Bo Chen' }).click()
  await admins.getByRole('button', { name: 'Reset two-step sign-in…' }).click()
  await admins.getByText('Make sure that it is really Bo Chen').waitFor()
  await admins.getByRole('button', { name: 'Reset two-step sign-in', exact: true }).click()
  await admins.getByText('Two-step sign-in of Bo Chen reset').waitFor()
  await bos.getByRole('heading', { name: 'Log in' }).waitFor()
  const { body } = await world.api(ines).get('/api/auth/users?search=bo')
  expect(body).toMatchObject({ users: [{ secondFactor: false }] })
})
