import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

/** Much sooner than the page would look by itself. */
const soon = { timeout: 5_000 }

let world: ConsoleWorld
let ines: Somebody
let mia: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  mia = await world.makePerson(ines, 'Mia Wong')
  ticket = await world.fileTicket(mia, 'Printer on floor 3 jams')
})
afterAll(() => world?.close())

const say = (body: string) => world.api(mia).post(`/api/tickets/${ticket.id}/comments`, { body })

test('what others do is on the list and on the ticket within a moment, over one connection', async () => {
  const page = await openLive(ines, '/all')
  await page.getByText('Printer on floor 3 jams').waitFor()
  const streams: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/stream') streams.push(request.url())
  })
  await world.fileTicket(mia, 'Monitor flickers since Monday')
  await page.getByRole('button', { name: '1 new' }).click(soon)
  await page.getByText('Monitor flickers since Monday').waitFor()

  await page.getByText('Printer on floor 3 jams').click()
  await page.getByText('No messages yet').waitFor()
  await say('It jams on Fridays only.')
  await page.getByText('It jams on Fridays only.').waitFor(soon)
  expect(streams).toEqual([])
  await page.close()
})

test('a page that nobody looks at gives its connection back, and goes on where it was', async () => {
  const page = await openLive(ines, `/tickets/${ticket.id}`)
  await page.getByText('It jams on Fridays only.').waitFor()
  await lookAt(page, false)
  const given = page.waitForEvent(
    'requestfailed',
    (request) => new URL(request.url()).pathname === '/api/stream',
  )
  await page.clock.fastForward(11_000)
  await given
  await say('Now on Mondays too.')

  const resumed = page.waitForRequest('**/api/stream*')
  await lookAt(page, true)
  expect((await resumed).headers()['last-event-id']).toBeTruthy()
  await page.getByText('Now on Mondays too.').waitFor(soon)
  await page.close()
})

test('without the stream the page says so and looks by itself', async () => {
  const page = await ines.context.newPage()
  await page.clock.install()
  await page.route('**/api/stream*', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }))
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByText('It jams on Fridays only.').waitFor()
  await page.clock.runFor(8_000)
  await page.getByText('Live updates are unavailable.').waitFor()
  await say('Never mind, it works.')
  await page.clock.runFor(16_000)
  await page.getByText('Never mind, it works.').waitFor(soon)
  await page.close()
})

test('somebody who is signed out elsewhere lands on the log-in page within a moment', async () => {
  const page = await openLive(mia, '/tickets')
  await world.api(mia).post('/api/auth/logout-all', {})
  await page.getByRole('heading', { name: 'Log in' }).waitFor(soon)
})

/** Opens a page whose stream has begun: from here on nothing is missed. */
async function openLive(who: Somebody, path: string) {
  const page = await who.context.newPage()
  await page.clock.install()
  await Promise.all([page.waitForResponse('**/api/stream*'), page.goto(path)])
  return page
}

/** As the browser says it when a tab is left and come back to; pages without a screen are never hidden. */
const lookAt = (page: Page, looked: boolean) =>
  page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${!looked} })
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${looked ? 'visible' : 'hidden'}' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  `)
