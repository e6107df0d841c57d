import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { loaded, open, pathsOfConsole } from './console-pages.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'
import { layoutFaults } from './layout-faults.ts'

const longName = 'Aleksandra-Wilhelmina Konstantinopolitańczykowska'
const description = `It **jams** since Monday.

| Tray | Paper | Since when does it happen | What we tried so far | Serial number | Notes |
|------|-------|---------------------------|----------------------|---------------|-------|
| 1 | A4 recycled | Monday morning | Cleaned, restarted, replaced | AX-2291-0034-77 | a_very_long_name_without_any_space.conf |
| 2 | A3 | never | nothing | AX-2291-0034-78 | fine |

# A first heading

###### A sixth one

- [x] Restarted
- [ ] Replaced, see https://printers.example/models/ax-2291/manuals/how-to-replace-the-second-tray-of-the-printer

\`\`\`
error: a line of code that is much wider than any telephone is, and wider than the column of a desktop, too: E_TRAY_JAMMED
\`\`\``

/** A phone, and a laptop. */
const widths = [360, 1280]

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let mia: Somebody
let ticket: TicketView
let mail: string

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator', skills: ['Printers'], onDuty: true })
  await world.makePerson(ines, 'Bo Chen', { role: 'moderator', onDuty: true })
  mia = await world.makePerson(ines, longName)
  ticket = await world.fileTicket(mia, 'The printer on the third floor jams since the update', description)
  const closed = await world.fileTicket(mia, 'A_title_without_any_space_that_is_wider_than_a_telephone.conf')
  for (const { id } of [ticket, closed]) await world.api(ann).post(`/api/tickets/${id}/claim`)
  await world.fileTicket(mia, 'The monitor flickers')
  for (const [who, visibility] of [
    [mia, 'public'],
    [ann, 'public'],
    [ann, 'internal'],
  ] as const)
    await world.api(who).post(`/api/tickets/${ticket.id}/comments`, { body: description, visibility })
  await world.api(ann).post(`/api/tickets/${closed.id}/resolve`, { resolution: 'Replaced **it**.' })
  await world.api(ann).post(`/api/tickets/${closed.id}/close`)
  const mailbox = await world.api(ines).get<{ messages: { id: string }[] }>('/api/mailbox')
  mail = mailbox.body.messages[0]?.id ?? ''
})
afterAll(() => world?.close())

const withIds = (path: string) => path.replace(':id', path.startsWith('/mailbox') ? mail : ticket.id)

/** What follows a new width, such as that a table takes the focus, comes with the next frame. */
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/** Not that of spinners, which turn without end. */
const transitionsEnd =
  'Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished))'

async function faultsAtEachWidth(page: Page) {
  const found: Record<string, string[]> = {}
  for (const width of widths) {
    await page.setViewportSize({ width, height: 780 })
    await page.evaluate(twoFrames)
    found[width] = await layoutFaults(page)
  }
  return found
}
const faultless = { 360: [], 1280: [] }

async function walk(context: BrowserContext, paths: string[]) {
  const found: Record<string, unknown> = {}
  for (const path of paths) {
    const page = await open(context, path)
    await loaded(page)
    const { pathname, search } = new URL(page.url())
    found[pathname + search] = await faultsAtEachWidth(page)
    await page.close()
  }
  return found
}
const eachFaultless = (found: object) =>
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, faultless])))

const isForGuests = (path: string) => /^\/(login|signup|forgot|welcome)/.test(path)
const paths = await pathsOfConsole()

test('every page for guests is laid out well', async () => {
  eachFaultless(await walk(await world.newContext(), [...paths.filter(isForGuests), '/welcome#made-up']))
})

test.each([...paths.filter((path) => !isForGuests(path)), '/nothing/here'])(
  '%s is laid out well',
  async (path) => {
    eachFaultless(await walk(ines.context, [withIds(path)]))
  },
)

test('what requesters and moderators see is laid out well', async () => {
  const common = ['/tickets', '/tickets?status=all', `/tickets/${ticket.id}`, '/profile']
  eachFaultless(await walk(mia.context, common))
  eachFaultless(await walk(ann.context, [...common, '/queue', '/queue?status=all']))
})

/** What opens above a page or within it, and the buttons that open it. */
const opened: [path: string, ...buttons: string[]][] = [
  ['/queue', 'Filters'],
  ['/all', 'Filters'],
  ['/users', 'Invite'],
  ['/users', `Edit ${longName}`],
  ['/canned-replies', 'Add a canned reply'],
  ['/catalog', 'Edit Printers'],
  ['/catalog', 'Merge Printers'],
  ['/profile', 'Change name'],
  ['/profile', 'Create key'],
  ['/profile', 'Set up'],
  ['ticket', 'Resolve'],
  ['ticket', 'Mark as duplicate'],
  ['ticket', 'Edit'],
  ['ticket', 'Delete'],
  ['ticket', 'Reassign'],
  ['ticket', 'Internal note'],
]

/** What opens has to load at first, and then moves. */
async function press(page: Page, name: string) {
  const shown = () => page.evaluate<string>('document.body.innerText')
  const before = await shown()
  await page.getByRole('button', { name, exact: true }).first().click()
  await expect.poll(shown).not.toBe(before)
  await page.evaluate(transitionsEnd)
}

test.each(opened)('%s: what “%s” opens is laid out well', async (path, ...buttons) => {
  const page = await open(ines.context, path === 'ticket' ? `/tickets/${ticket.id}` : path)
  await loaded(page)
  for (const name of buttons) await press(page, name)
  await loaded(page)
  expect(await faultsAtEachWidth(page)).toEqual(faultless)
  await page.close()
})

test('the menu of a narrow screen is laid out well', async () => {
  const page = await open(ines.context, '/queue')
  await page.setViewportSize({ width: 360, height: 780 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Close menu' }).waitFor()
  expect(await layoutFaults(page)).toEqual([])
  await page.close()
})

test.each(['/tickets', '/all', '/queue'])(
  '%s: the chosen status is in sight on a narrow screen',
  async (path) => {
    const page = await ines.context.newPage()
    await page.setViewportSize({ width: 360, height: 780 })
    await page.goto(path)
    await page.locator('fieldset button[aria-pressed]').first().waitFor()
    const offered = await page.evaluate<string[]>(
      '[...document.querySelectorAll("fieldset button[aria-pressed]")].map(({ value }) => value)',
    )
    expect(offered).toContain('all')
    for (const name of offered) {
      await page.goto(`${path}?status=${name}`)
      const chosen = page.locator('fieldset button[aria-pressed=true]').first()
      await chosen.waitFor()
      const box = await chosen.boundingBox()
      expect(box).not.toBeNull()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    }
    await page.close()
  },
)

test('on a narrow screen, the preference matrix gives each event a whole line', async () => {
  const page = await open(ann.context, '/profile')
  await page.setViewportSize({ width: 360, height: 780 })
  const table = page.getByRole('table', { name: 'Notifications by event and channel' })
  const event = await table.getByRole('rowheader', { name: 'Somebody mentions me' }).boundingBox()
  expect(event?.width).toBeGreaterThan(250)
  for (const channel of ['E-mail', 'Slack', 'Discord']) {
    const head = await table.getByRole('columnheader', { name: channel }).boundingBox()
    const box = await table.getByRole('checkbox', { name: `Somebody mentions me: ${channel}` }).boundingBox()
    const middle = (one: typeof box) => (one ? one.x + one.width / 2 : Number.NaN)
    expect(Math.abs(middle(head) - middle(box))).toBeLessThan(2)
  }
  await page.close()
})

/** Pages with one fault each, to see that each is found. */
const faulty: [html: string, fault: RegExp][] = [
  ['<p style="width: 2000px">wide</p>', /too wide/],
  [
    '<table><td style="width: 1ch; max-width: 1ch; word-break: break-all">letters</table>',
    /letters is broken/,
  ],
  ['<div style="width: 3rem; overflow: hidden; white-space: nowrap">cut off here</div>', /text is cut off/],
  ['<b style="position: absolute">Aleksandra Konst</b><button>Edit</button>', /lie on one another/],
  ['<h3>Skipped</h3>', /heading-order/],
  [
    '<style>button { padding: 0; font-size: 8px; width: 12px; height: 12px }</style><button>1</button><button>2</button>',
    /target-size/,
  ],
  [
    '<div style="height: 2rem; overflow: auto"><p style="height: 9rem">long</p></div>',
    /scrollable-region-focusable/,
  ],
  ['<p style="color: #bbb; background: #fff">pale</p>', /color-contrast/],
]

test.each(faulty)('a fault is found: %s', async (html, fault) => {
  const page = await ines.context.newPage()
  await page.setContent(`<html lang="en"><title>Faulty</title><main><h1>Faulty</h1>${html}</main></html>`)
  expect((await layoutFaults(page)).join('\n')).toMatch(fault)
  await page.close()
})
