import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketSummary } from '../../core/tickets/lists/listed-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let mia: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator', onDuty: false })
  mia = await world.makePerson(ines, 'Mia Wong')
  for (let count = 1; count <= 8; count++) await world.fileTicket(mia, `Printer number ${count} jams`)
})
afterAll(() => world?.close())

/** Adds up how far things jump, as browsers report it: https://web.dev/articles/cls. */
const watchShifts = `
  window.shifts = 0
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value
  }).observe({ type: 'layout-shift', buffered: true })
`
const shifts = (page: Page) => page.evaluate<number>('window.shifts')

async function open(who: Somebody, path: string, viewport = { width: 1280, height: 860 }) {
  const page = await who.context.newPage()
  await page.setViewportSize(viewport)
  await page.addInitScript(watchShifts)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return page
}
const rowsOf = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem')
const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  )

test.each([
  ['/queue', { width: 1280, height: 860 }],
  ['/queue', { width: 360, height: 780 }],
  ['/tickets', { width: 1280, height: 860 }],
  ['/all', { width: 360, height: 780 }],
  ['/profile', { width: 1280, height: 860 }],
])('%s hardly jumps while it loads, %o', async (path, viewport) => {
  const page = await open(ines, path, viewport)
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {}) // the stream never ends
  expect(await shifts(page)).toBeLessThanOrEqual(0.05)
  await page.close()
})

test('new tickets wait until the reader asks for them, and nothing moves', async () => {
  const page = await open(ann, '/queue')
  const rows = rowsOf(page, 'Unclaimed')
  await rows.first().waitFor()
  const before = await rows.allInnerTexts()
  const place = await rows.first().boundingBox()
  for (let count = 1; count <= 3; count++) await world.fileTicket(mia, `Monitor number ${count} flickers`)
  const more = page.getByRole('button', { name: '3 new' })
  await more.waitFor()
  expect(await rows.count()).toBe(before.length)
  expect(await rows.first().boundingBox()).toEqual(place)
  expect(await shifts(page)).toBeLessThanOrEqual(0.05)

  await more.click()
  await rows.filter({ hasText: 'Monitor number 3 flickers' }).waitFor()
  expect(await rows.count()).toBe(before.length + 3)
  expect(await more.count()).toBe(0)
  await page.close()
})

test('a ticket that somebody else claims keeps its place, and says that it has left the list', async () => {
  const page = await open(ann, '/queue')
  const rows = rowsOf(page, 'Unclaimed')
  const second = rows.nth(1)
  const href = await second.getByRole('link').getAttribute('href')
  const below = await rows.nth(2).boundingBox()
  await world.api(ines).post(`/api${href}/claim`)
  await second.getByText('No longer in this list').waitFor()
  expect(await rows.nth(2).boundingBox()).toEqual(below)
  expect(await second.getByRole('button').count()).toBe(0)
  await page.reload()
  await rows.first().waitFor()
  expect(await page.locator(`a[href="${href}"]`).count()).toBe(0)
  await page.close()
})

test('claiming by keyboard goes on with the next ticket, and the ticket is under “Assigned to me” at once', async () => {
  const page = await open(ann, '/queue')
  const rows = rowsOf(page, 'Unclaimed')
  const [first, second] = [rows.nth(0).getByRole('button'), rows.nth(1).getByRole('button')]
  const [label, next] = [await first.getAttribute('aria-label'), await second.getAttribute('aria-label')]
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByText(`You claimed ${label?.replace('Claim ', '')}`).waitFor()
  await rowsOf(page, 'Assigned to me').first().waitFor()
  await expect.poll(() => focused(page)).toBe(next)
  await page.close()
})

test('on the ticket’s page the focus stays among its buttons', async () => {
  const ticket = await world.fileTicket(mia, 'The scanner is asleep')
  const page = await open(ann, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Claim' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`You claimed #${ticket.number}`).waitFor()
  await page.getByRole('button', { name: 'Claim' }).waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe('Resolve')
  await page.close()
})

test('what the desk says at the edge of the page covers no button', async () => {
  for (const viewport of [
    { width: 1280, height: 860 },
    { width: 360, height: 780 },
  ]) {
    const ticket = await world.fileTicket(mia, 'The door does not close')
    const page = await open(ann, `/tickets/${ticket.id}`, viewport)
    await page.getByRole('button', { name: 'Claim' }).click()
    await page.getByText(`You claimed #${ticket.number}`).waitFor()
    const covered = await page.evaluate<string[]>(`
      [...document.querySelectorAll('main button, main a[href]')]
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => one.checkVisibility() && box.top >= 0 && box.bottom <= innerHeight)
        .filter(([one, box]) => {
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
          return top && !one.contains(top) && !top.contains(one)
        })
        .map(([one]) => one.textContent)
    `)
    expect(covered).toEqual([])
    await page.close()
  }
})

test('of a long list only the rows in view are rendered, and the keyboard still reaches all', async () => {
  const page = await ann.context.newPage()
  await page.route('**/api/tickets?**', (route) => longList(route, 220))
  await page.goto('/tickets')
  const rows = rowsOf(page, 'My tickets')
  for (const loaded of [50, 100, 150, 200]) {
    await expect.poll(() => rows.count()).toBe(loaded)
    await page.getByRole('button', { name: 'Load more' }).click()
  }
  await expect.poll(() => rows.first().getAttribute('aria-setsize')).toBe('220')
  expect(await rows.count()).toBeLessThan(60)
  await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
  await expect.poll(() => rows.last().getAttribute('aria-posinset')).toBe('220')
  await rows.last().getByRole('link').focus()
  const kept = await focused(page)
  await page.evaluate('window.scrollTo(0, 0)')
  await expect.poll(() => rows.first().getAttribute('aria-posinset')).toBe('1')
  expect(await focused(page)).toBe(kept)
  await page.close()
})

/** Answers as a desk with so many tickets does, from the one ticket that the real desk lists first for an admin. */
async function longList(route: Route, total: number) {
  const { body } = await world.api(ines).get<{ tickets: TicketSummary[] }>('/api/tickets?limit=1')
  const after = Number(new URL(route.request().url()).searchParams.get('after') ?? 0)
  const tickets = Array.from({ length: Math.min(50, total - after) }, (_, index) => ({
    ...body.tickets[0],
    id: String(after + index),
    number: after + index,
  }))
  const next = after + tickets.length < total ? String(after + tickets.length) : null
  await route.fulfill({ json: { tickets, next } })
}
