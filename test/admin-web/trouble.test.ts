import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let mia: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  mia = await world.makePerson(ines, 'Mia Wong')
  ticket = await world.fileTicket(mia, 'Printer on floor 3 jams', 'It **jams** again.')
})
afterAll(() => world?.close())

/** Once the menu is there, the console runs: what is shown before has headings too. */
const open = async (who: Somebody, path: string) => {
  const page = await who.context.newPage()
  await page.goto(path)
  await page.getByRole('navigation').getByRole('link', { name: 'My tickets' }).waitFor()
  return page
}

/** As after an update that has removed the files of the build that the page is from. */
const removeChunks = (page: Page, which = /\/assets\/.*\.js/) =>
  page.route(which, (route) => route.fulfill({ status: 404, body: 'Not found' }))

describe('code that can’t be loaded', () => {
  test('costs one page, not the console: the menu stays, and a note offers to reload', async () => {
    const page = await open(mia, '/tickets')
    await removeChunks(page)
    await page.getByRole('link', { name: 'File a ticket' }).first().click()
    await page.getByText('This page couldn’t be opened').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'My tickets' }).click()
    await page.getByText('Printer on floor 3 jams').waitFor()
    await page.getByText('Part of this page couldn’t be loaded.').waitFor()
    await page.unroute(/\/assets\/.*\.js/)
    await page.getByRole('status').getByRole('button', { name: 'Reload' }).click()
    await page.getByText('Part of this page couldn’t be loaded.').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'File a ticket' }).first().click()
    await page.getByLabel('Title').waitFor()
    await page.close()
  })

  test('leaves a ticket readable and what is typed in its place', async () => {
    const page = await mia.context.newPage()
    await removeChunks(page, /\/assets\/markdown-(?!view|field)[^/]*\.js/)
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByText('It **jams** again.').waitFor()
    await page.getByRole('textbox', { name: 'Add to your ticket' }).fill('It is on fire now.')
    await page.getByRole('status').getByRole('button', { name: 'Reload' }).click()
    await page.waitForLoadState()
    expect(await page.getByRole('textbox', { name: 'Add to your ticket' }).inputValue()).toBe(
      'It is on fire now.',
    )
    await page.close()
  })

  test('without a connection neither leaves a white page nor loses what was typed', async () => {
    const page = await open(mia, '/tickets/new')
    await page.getByLabel('Title').fill('The lift is stuck')
    await mia.context.setOffline(true)
    await page.getByRole('navigation').getByRole('link', { name: 'Mia Wong' }).click()
    await page.getByText('This page couldn’t be opened').waitFor()
    await page.getByText('You’re offline.').waitFor()
    await mia.context.setOffline(false)
    await page.getByText('You’re offline.').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'File a ticket' }).first().click()
    expect(await page.getByLabel('Title').inputValue()).toBe('The lift is stuck')
    await page.close()
  })
})

describe('a desk that does not answer', () => {
  test('is noticed within two seconds when the device is offline', async () => {
    const page = await open(mia, '/tickets')
    await page.getByText('Printer on floor 3 jams').waitFor()
    await mia.context.setOffline(true)
    await page.getByText('You’re offline.').waitFor({ timeout: 2_000 })
    await page.getByText('Printer on floor 3 jams').waitFor()
    await mia.context.setOffline(false)
    await page.getByText('You’re offline.').waitFor({ state: 'detached' })
    await page.close()
  })

  test('is asked once more after a server error, and then the page says so', async () => {
    const page = await mia.context.newPage()
    let asked = 0
    await page.route('**/api/stream*', () => {}) // its first event would make the page ask again
    await page.route('**/api/tickets?**', (route) => {
      asked++
      return route.fulfill({ status: 503, json: { title: 'Unavailable' } })
    })
    await page.goto('/tickets')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(asked).toBe(2)
    await page.getByText('The desk isn’t answering.').waitFor()
    await page.unroute('**/api/tickets?**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Printer on floor 3 jams').waitFor()
    await page.getByText('The desk isn’t answering.').waitFor({ state: 'detached' })
    await page.close()
  })
})

test('eight tabs share one stream, and when the tab that holds it closes, another one goes on', async () => {
  const streams: string[] = []
  mia.context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/stream') streams.push(request.url())
  })
  const tabs: Page[] = []
  for (let count = 0; count < 8; count++) {
    const tab = await open(mia, `/tickets/${ticket.id}`)
    await tab.getByText('No messages yet').waitFor()
    tabs.push(tab)
  }
  expect(streams).toHaveLength(1)
  const soon = { timeout: 5_000 }
  const say = (body: string) => world.api(ines).post(`/api/tickets/${ticket.id}/comments`, { body })
  await say('Have you tried another tray?')
  for (const tab of tabs) await tab.getByText('Have you tried another tray?').waitFor(soon)
  await tabs[0]?.close()
  await expect.poll(() => streams.length).toBe(2)
  await say('Or another paper?')
  for (const tab of tabs.slice(1)) await tab.getByText('Or another paper?').waitFor(soon)
  for (const tab of tabs.slice(1)) await tab.close()
})
