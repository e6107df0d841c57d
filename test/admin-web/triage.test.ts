import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectDatabase, type Database } from '../../core/open-database.ts'
import { fileResolved } from '../support/resolved-tickets.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let database: Database
let world: ConsoleWorld
let ines: Somebody
beforeAll(async () => {
  const uri = `${inject('mongodb')}console-triage-${Date.now()}`
  database = await connectDatabase(uri)
  world = await createConsoleWorld({ MONGODB_URI: uri })
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(async () => {
  await world?.close()
  await database?.connection.dropDatabase()
  await database?.close()
})

test('an admin has the desk trained, sees the versions with their figures, and goes back to one, or to the built-in rules and examples', async () => {
  const page = await ines.context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/triage')
  await page.getByText('No model yet').waitFor()
  await page.getByRole('button', { name: 'Train now' }).click()
  await page.getByText('There were too few resolved tickets').waitFor()
  expect(await page.locator('[aria-live=assertive]').innerText()).toBe('')

  await fileResolved(database, 60, (ticket) => ticket, 1_001)
  await page.getByRole('button', { name: 'Train now' }).click()
  const rows = page.getByRole('list', { name: 'Models' }).getByRole('listitem')
  const models = rows.filter({ hasText: /^Model \d/ })
  await expect.poll(() => models.allInnerTexts(), { timeout: 60_000 }).toHaveLength(1)
  expect(await models.innerText()).toMatch(
    /Model 1.*In use.*requested by Ines Okafor.*Tickets\s*60.*Accuracy/s,
  )
  await page.getByText('What the figures mean').click()
  await page.getByText('rare ones too').waitFor()
  await page.getByRole('button', { name: 'Train now' }).click()
  await expect.poll(() => models.allInnerTexts(), { timeout: 60_000 }).toHaveLength(2)
  await page.getByRole('button', { name: 'Use model 1' }).click()
  await page.getByText('Model 1 is in use').waitFor()
  await page.getByRole('button', { name: 'Use model 2' }).waitFor()
  await page.getByRole('button', { name: 'Use the built-in rules and examples' }).click()
  const rules = rows.filter({ hasText: /^Built-in rules and examples/ })
  await rules.getByText('until an admin chooses a model. The desk goes on training').waitFor()
  expect(await rules.innerText()).toMatch(/In use.*by Ines Okafor/s)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Use model 1' }).click()
  await rules.getByRole('button', { name: 'Use the built-in rules and examples' }).waitFor()

  const { id } = await world.fileTicket(ines, 'The espresso maker leaks')
  await page.getByText('Local engine, model 1').waitFor()
  await page.getByText('0% (0 of 1)').first().waitFor()
  await page.goto(`/tickets/${id}`)
  await page.getByText('Model 1', { exact: true }).waitFor()
})
