import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let mia: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator' })
  mia = await world.makePerson(ines, 'Mia Wong')
  await world.fileTicket(mia, 'Printer on the second floor jams')
  await world.fileTicket(mia, 'Laptop does not start')
})
afterAll(() => world?.close())

test.each([
  ['My tickets', '/tickets', () => mia],
  ['All tickets', '/all', () => ines],
  ['Unclaimed', '/queue', () => ann],
] as const)('a typo is corrected and said: %s', async (name, path, who) => {
  const page = await who().context.newPage()
  await page.goto(path)
  const rows = page.getByRole('list', { name }).getByRole('listitem')
  await expect.poll(() => rows.count()).toBe(2)
  await page.getByLabel('Search tickets').fill('pritner')
  await page.getByText('Showing results for printer').first().waitFor()
  await expect.poll(() => rows.count()).toBe(1)
  expect(await rows.innerText()).toContain('Printer on the second floor')

  await page.getByLabel('Search tickets').fill('#2')
  await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('Laptop does not start')])
  expect(await page.getByText('Showing results for').count()).toBe(0)
  await page.close()
})

test('the counts are those of the search, and who finds nothing reads what to try', async () => {
  const page = await mia.context.newPage()
  await page.goto('/tickets?q=laptpo')
  await page.getByRole('button', { name: 'All 1', exact: true }).waitFor()
  await page.getByLabel('Search tickets').fill('submarine')
  await page.getByText('Try fewer or other words').waitFor()
  await page.getByRole('button', { name: 'All 0', exact: true }).waitFor()
  await page.close()
})
