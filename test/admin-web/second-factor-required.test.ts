import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFrom } from '../support/second-factor.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
beforeAll(async () => {
  world = await createConsoleWorld({ DESK_SECOND_FACTOR: 'required' })
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(() => world?.close())

test('where it is required, an admin sets it up before anything else, and then the desk opens', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  await page.getByRole('heading', { name: 'Set up two-step sign-in' }).waitFor()
  await page.goto('/login')
  await page.getByRole('heading', { name: 'Set up two-step sign-in' }).waitFor()
  const key = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code').fill(codeFrom(key))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/two-step')
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  await page.goto('/two-step')
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
})
