import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { loaded, open, pathsOfConsole } from './console-pages.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

const foreign = 'https://pictures.example'
const mailId = '000000000000001-0a1b2c3d'

/** Every way in which a text could make a page load something. */
const pictures = `![Direct](${foreign}/direct.png) ![](${foreign}/nameless.png)

[![In a link](${foreign}/linked.png)](https://shop.example/)

![By reference][far]

<img src="${foreign}/tag.png"> <svg><image href="${foreign}/svg.png"/></svg>

![Inline](data:image/gif;base64,R0lGODlhAQABAAAAACw=) ![Own](/api/tickets) ![Script](javascript:alert(1))

[far]: ${foreign}/reference.png`

/** A mail as an attacker writes it: pictures, styles, fonts, frames, scripts, forms. */
const nastyMail = `<link rel="stylesheet" href="${foreign}/a.css"><style>
@import url("${foreign}/b.css"); @font-face { font-family: x; src: url("${foreign}/c.woff") }
body { background: url("${foreign}/d.png"); font-family: x; color: rgb(1, 2, 3) }</style>
<p style="background: url('${foreign}/e.png')">Hello</p><img src="${foreign}/f.png" srcset="${foreign}/g.png 2x">
<video poster="${foreign}/h.png" src="${foreign}/i.mp4"></video><iframe src="${foreign}/j"></iframe>
<object data="${foreign}/k"></object><svg><image href="${foreign}/l.png"/></svg>
<script>document.title = 'run'; fetch('${foreign}/m')</script><img src="x" onerror="document.title = 'run'">
<meta http-equiv="refresh" content="0;url=${foreign}/n"><form action="${foreign}/o"><button>Send</button></form>
<a href="${foreign}/p">A link</a>`

let world: ConsoleWorld
let ines: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  const mia = await world.makePerson(ines, 'Mia Wong')
  ticket = await world.fileTicket(mia, 'The printer jams', `| A | B |\n|---|---|\n| 1 | 2 |\n\n${pictures}`)
  const ticketPath = `/api/tickets/${ticket.id}`
  await world.api(mia).post(`${ticketPath}/comments`, { body: pictures, visibility: 'public' })
  await world.api(ines).post(`${ticketPath}/comments`, { body: pictures, visibility: 'internal' })
  const head = `From: x@example.com\r\nTo: ines@example.com\r\nSubject: Nasty\r\nContent-Type: text/html\r\n`
  await writeFile(join(world.folder, 'mail', `${mailId}.eml`), `${head}\r\n${nastyMail}`)
})
afterAll(() => world?.close())

/** Notes what pages ask of other servers, and what the browser refuses because of the Content-Security-Policy. */
async function watch(context: BrowserContext) {
  const seen = { asked: [] as string[], refused: [] as string[] }
  await context.route(
    (url) => url.origin !== world.desk.url && url.protocol.startsWith('http'),
    (route) => {
      seen.asked.push(route.request().url())
      return route.fulfill({ status: 200, contentType: 'image/gif', body: '' })
    },
  )
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) seen.refused.push(message.text())
  })
  return seen
}

test('every page of the console keeps to the policy, signed in or not', async () => {
  const guest = await world.newContext()
  for (const context of [guest, ines.context]) {
    const seen = await watch(context)
    for (const path of [...(await pathsOfConsole()), '/welcome#made-up', '/nothing/here']) {
      const page = await open(context, path.replace(':id', path.startsWith('/mailbox') ? '' : ticket.id))
      await loaded(page)
      await page.close()
      expect({ path, ...seen }).toEqual({ path, asked: [], refused: [] })
    }
  }
})

test('forms, dialogs and the theme keep to the policy, too', async () => {
  const seen = await watch(ines.context)
  const page = await open(ines.context, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Claim' }).click()
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.goto('/queue')
  await page.keyboard.press('/')
  await page.keyboard.type('printer')
  await page.getByText('The printer jams').first().waitFor()
  await page.close()
  expect(seen).toEqual({ asked: [], refused: [] })
})

test('the description of the API keeps to the policy', async () => {
  const seen = await watch(ines.context)
  const page = await ines.context.newPage()
  await page.goto('/api/docs')
  await page.getByText('/api/tickets', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Execute' }).first().click()
  await page.getByText('Response body').first().waitFor()
  await page.close()
  expect(seen).toEqual({ asked: [], refused: [] })
})

test('pictures in a text load only by a click, in a tab that isn’t told where from', async () => {
  const seen = await watch(ines.context)
  const page = await open(ines.context, `/tickets/${ticket.id}`)
  const placeholders = page.getByRole('link', { name: 'Direct (opens pictures.example in a new tab)' })
  await placeholders.nth(2).waitFor() // in the description and in both comments
  expect(await page.locator('main img, main svg image, main picture').count()).toBe(0)
  expect(await page.getByRole('link', { name: 'In a link' }).first().getAttribute('href')).toBe(
    'https://shop.example/',
  )
  for (const name of ['Inline', 'Script'])
    expect(await page.getByRole('link', { name: new RegExp(name) }).count()).toBe(0)
  expect(seen).toEqual({ asked: [], refused: [] })

  const [tab] = await Promise.all([ines.context.waitForEvent('page'), placeholders.first().click()])
  await tab.waitForLoadState()
  expect(seen.asked).toEqual([`${foreign}/direct.png`])
  expect(await tab.evaluate<string>('document.referrer')).toBe('')
  expect(await tab.evaluate<boolean>('window.opener === null')).toBe(true)
  await tab.close()
  await page.close()
})

test('a mail in the mailbox keeps its styles, loads nothing and runs nothing', async () => {
  const seen = await watch(ines.context)
  for (const path of [`/mailbox/${mailId}`, `/api/mailbox/${mailId}/page`]) {
    const page = await ines.context.newPage()
    await page.goto(path)
    const frame = path.startsWith('/api') ? page.mainFrame() : await mailFrame(page)
    await frame.getByText('Hello').waitFor()
    expect(await frame.evaluate<string>('getComputedStyle(document.body).color')).toBe('rgb(1, 2, 3)')
    expect(await page.title()).not.toBe('run')
    expect(seen.asked).toEqual([])
    // The browser says what it refused, so the other tests would see it, too.
    expect(seen.refused.join('\n')).toMatch(/f\.png/)
    seen.refused.length = 0

    const [tab] = await Promise.all([
      ines.context.waitForEvent('page'),
      frame.getByRole('link', { name: 'A link' }).click(),
    ])
    await tab.waitForLoadState()
    expect(seen.asked.splice(0)).toEqual([`${foreign}/p`])
    await tab.close()
    await page.close()
  }
})

async function mailFrame(page: Page) {
  const frame = await (await page.waitForSelector('iframe[title="Message"]')).contentFrame()
  if (!frame) throw new Error('The frame has no page.')
  return frame
}
