import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

const title = 'Printer <b>jams</b> & beeps'
const description = 'It beeps.\n\n**Twice** a day.'

let world: ConsoleWorld
let ines: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ticket = await world.fileTicket(ines, title, description)
})
afterAll(() => world?.close())

/** A page on a connection so slow that its main script never arrives. */
async function opened(path: string, page: Page) {
  await page.route('**/assets/main-*.js', () => {})
  await page.goto(path, { waitUntil: 'commit' })
  return page
}

test.each([
  ['/login', 'Log in', 'Coming from Slack?'],
  ['/queue', 'Queue', 'tickets anyone can claim'],
  ['/tickets', 'My tickets', 'Tickets you filed.'],
  ['/all', 'All tickets', 'Every ticket on the desk.'],
])('%s says what it is before its scripts have loaded', async (path, heading, lead) => {
  const page = await opened(path, await ines.context.newPage())
  await page.getByRole('heading', { name: heading }).waitFor()
  await page.getByText(lead).waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.close()
})

test('a ticket can be read before its scripts have loaded, as it was typed', async () => {
  const page = await opened(`/tickets/${ticket.id}`, await ines.context.newPage())
  await page.getByRole('heading', { name: title }).waitFor()
  await expect.poll(() => page.locator('#opening-description').textContent()).toBe(description)
  await page.close()
})

test('somebody else’s ticket shows nothing', async () => {
  const max = await world.makePerson(ines, 'Max Sommer')
  const answers: number[] = []
  const page = await max.context.newPage()
  page.on('response', (response) => response.url().endsWith(ticket.id) && answers.push(response.status()))
  await opened(`/tickets/${ticket.id}`, page)
  await expect.poll(() => answers).toEqual([200, 404])
  expect(await page.locator('#opening-title').textContent()).toBe('')
  await page.close()
})

test('the scripts wait for the first paint, which has the chosen theme', async () => {
  const page = await ines.context.newPage()
  await page.addInitScript(`localStorage.setItem('deskbridge-theme', '"dark"')`)
  await page.goto('/queue')
  await page.getByRole('heading', { name: 'Unclaimed' }).waitFor()
  const { paint, start, main } = await page.evaluate<Record<string, number>>(`({
    paint: performance.getEntriesByName('first-paint')[0].startTime,
    start: performance.getEntriesByType('resource').find(({ name }) => /index-.*js/.test(name)).responseEnd,
    main: performance.getEntriesByType('resource').find(({ name }) => name.includes('/main-')).startTime,
  })`)
  // on a busy machine, the paint itself may take longer than the scripts wait
  expect(main).toBeGreaterThanOrEqual(Math.min(paint ?? 0, (start ?? 0) + 500))
  expect(await page.locator('html').getAttribute('data-theme')).toBe('night')
  await page.close()
})

test('a page opened in the background loads without being painted', async () => {
  const page = await ines.context.newPage()
  await page.addInitScript('window.requestAnimationFrame = () => 0')
  await page.goto('/tickets/new')
  await page.getByLabel('Title').waitFor()
  await page.close()
})
