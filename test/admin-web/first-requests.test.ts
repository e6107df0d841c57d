import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { waitFor } from '../support/wait-for.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

/** A page hears of older changes only by its lists: those of while it loads come by the stream, with some seconds to spare. */
const lookBackMs = 15_000

let world: ConsoleWorld
let ines: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ticket = await world.fileTicket(ines, 'Printer on floor 3 jams')
  await waitFor(async () => (await sinceLastChange()) > lookBackMs, {
    what: 'a quiet ticket',
    timeoutMs: 60_000,
  })
})
afterAll(() => world?.close())

async function sinceLastChange() {
  const { body } = await world.api(ines).get<{ ticket: TicketView }>(`/api/tickets/${ticket.id}`)
  return Date.now() - Date.parse(body.ticket.updatedAt)
}

/** Opens a page and waits for the stream. @returns how often each address of tickets was asked */
async function askedAt(page: Page, path: string, shown: string) {
  const asked = new Map<string, number>()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/ticket'))
      asked.set(`${pathname}${search}`, (asked.get(`${pathname}${search}`) ?? 0) + 1)
  })
  const streams = page.waitForResponse('**/api/stream*')
  await page.goto(path)
  await page.getByText(shown).first().waitFor()
  await streams
  // what the first event of the stream makes stale is asked for within this time
  await page.waitForLoadState('load')
  await page.evaluate('new Promise((done) => setTimeout(done, 1_000))')
  return asked
}

test.each([
  ['the queue', () => '/queue', 'Unclaimed', ['view=assigned', 'view=queue']],
  ['a ticket', () => `/tickets/${ticket.id}`, 'No messages yet', [`/api/tickets/`, '/comments?']],
])(
  '%s asks for everything once: while its scripts load, and not again for the stream',
  async (_, path, shown, early) => {
    const page = await ines.context.newPage()
    const warnings: string[] = []
    page.on('console', (message) => warnings.push(message.text()))
    const asked = await askedAt(page, path(), shown)
    for (const part of early) expect([...asked.keys()].filter((one) => one.includes(part))).not.toEqual([])
    expect([...asked.entries()].filter(([, times]) => times > 1)).toEqual([])
    const links = await page.locator('link[rel="preload"][href^="/api/ticket"]').count()
    expect(links).toBe(2)
    expect(warnings.filter((text) => text.includes('preload'))).toEqual([])
    await page.close()
  },
)
