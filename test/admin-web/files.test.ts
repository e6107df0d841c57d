import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { png } from '../support/files.ts'
import { loaded, open } from './console-pages.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'
import { layoutFaults } from './layout-faults.ts'

let world: ConsoleWorld
let ines: Somebody
let uma: Somebody
let ticket: TicketView
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  uma = await world.makePerson(ines, 'Uma Patel')
})
afterAll(() => world?.close())
beforeEach(async () => {
  ticket = await world.fileTicket(uma, 'Laptop does not wake up')
})

const picture = { name: 'blue screen.png', mimeType: 'image/png', buffer: png }
const log = { name: 'system.log', mimeType: 'text/plain', buffer: Buffer.from('It slept well.') }

const picker = (page: Page) => page.getByLabel('Files', { exact: true }).and(page.locator('input'))
const pick = (page: Page, ...files: (typeof log)[]) => picker(page).setInputFiles(files)
const toSend = (page: Page) => page.getByRole('list', { name: 'Files to send' })
const reply = (page: Page) => page.getByRole('textbox', { name: /^(Reply to|Add to)/ })
const send = (page: Page) => page.getByRole('button', { name: /^Send to/ })
const uploaded = (page: Page) => expect.poll(() => page.locator('main progress').count()).toBe(0)

const ticketPage = (who: Somebody) => open(who.context, `/tickets/${ticket.id}`)
const comments = async () =>
  (await world.api(ines).get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)).body.comments
const pending = async () =>
  (await world.api(ines).get<{ pending: { documents: number } }>('/api/health')).body.pending.documents
const namesSent = async () =>
  (await comments()).map(({ body, files }) => [body, ...files.map(({ name }) => name)])

/** Drops or pastes files, or a text that was copied with a picture of it, on the message. */
const transfer = (page: Page, kind: 'drop' | 'paste', text = '') =>
  page.evaluate(`(() => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'dropped.txt', { type: 'text/plain' }))
    if (${JSON.stringify(text)}) data.setData('text/plain', ${JSON.stringify(text)})
    const how = { bubbles: true, cancelable: true }
    const event = ${
      kind === 'drop'
        ? "new DragEvent('drop', { ...how, dataTransfer: data })"
        : "new ClipboardEvent('paste', { ...how, clipboardData: data })"
    }
    document.querySelector('main form textarea').dispatchEvent(event)
  })()`)

test('a ticket is filed with a picture, which is shown small, and a log, which is downloaded', async () => {
  const page = await open(uma.context, '/tickets/new')
  await page.getByLabel('Title').fill('Blue screen every morning')
  await page.getByRole('textbox', { name: 'What happened?' }).fill('See the picture.')
  await pick(page, picture, log)
  await uploaded(page)
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByRole('heading', { level: 1, name: /Blue screen/ }).waitFor()
  const shown = page.getByRole('img', { name: 'blue screen.png' })
  await shown.waitFor()
  await expect.poll(() => page.evaluate(`document.querySelector('main li img').naturalWidth`)).toBe(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download system.log' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('system.log')
  await expect.poll(pending, { timeout: 20_000 }).toBe(0)
  const [opened] = await Promise.all([page.context().waitForEvent('page'), shown.click()])
  expect(new URL(opened.url()).pathname).toMatch(/^\/api\/files\/[0-9a-f]{24}$/)
})

describe('files of a message', () => {
  test('may come without text; without both it is not sent', async () => {
    const page = await ticketPage(uma)
    await reply(page).waitFor()
    await send(page).click()
    await page.getByText('Write something.').waitFor()
    await pick(page, log)
    await uploaded(page)
    await send(page).click()
    await page.getByRole('link', { name: 'Download system.log' }).waitFor()
    await expect.poll(() => toSend(page).count()).toBe(0)
    expect(await namesSent()).toEqual([['', 'system.log']])
  })

  test.each(['drop', 'paste'] as const)('come by %s', async (kind) => {
    const page = await ticketPage(uma)
    await reply(page).waitFor()
    await transfer(page, kind)
    await toSend(page).getByText('dropped.txt').waitFor()
  })

  test('don’t come with a text that was copied', async () => {
    const page = await ticketPage(uma)
    await reply(page).waitFor()
    await transfer(page, 'paste', 'a cell of a table')
    expect(await toSend(page).count()).toBe(0)
  })

  test('survive a reload with the draft, and can be removed', async () => {
    const page = await ticketPage(uma)
    await reply(page).fill('Here they are.')
    await pick(page, picture, log)
    await uploaded(page)
    await page.reload()
    await toSend(page).getByText('blue screen.png').waitFor()
    await page.getByRole('button', { name: 'Remove blue screen.png' }).click()
    await send(page).click()
    await page.getByRole('link', { name: 'Download system.log' }).waitFor()
    expect(await namesSent()).toEqual([['Here they are.', 'system.log']])
    await page.reload()
    await reply(page).waitFor()
    expect(await toSend(page).count()).toBe(0)
  })

  test('that can’t be uploaded say so, hold up the message, and are sent at the next try', async () => {
    const page = await ticketPage(uma)
    await reply(page).fill('Look.')
    await page.route('**/api/files?*', (route) => route.abort())
    await pick(page, log)
    await page.getByRole('alert').getByText('The desk can’t be reached.').waitFor()
    expect(await send(page).isDisabled()).toBe(true)
    await page.unroute('**/api/files?*')
    await page.getByRole('button', { name: 'Retry system.log' }).click()
    await uploaded(page)
    await send(page).click()
    await page.getByRole('link', { name: 'Download system.log' }).waitFor()
  })

  test('say why the desk does not take them', async () => {
    const page = await ticketPage(uma)
    await reply(page).waitFor()
    await pick(page, { ...log, buffer: Buffer.alloc(0) })
    await page.getByRole('alert').getByText('The file is empty.').waitFor()
    await page.getByRole('button', { name: 'Remove system.log' }).click()
    expect(await send(page).isDisabled()).toBe(false)
  })

  test('of an internal note are seen by staff alone', async () => {
    const [staffs, umas] = [await ticketPage(ines), await ticketPage(uma)]
    await staffs.getByRole('button', { name: 'Internal note' }).click()
    await pick(staffs, picture)
    await uploaded(staffs)
    await staffs.getByRole('button', { name: 'Add internal note' }).click()
    await staffs.getByRole('img', { name: 'blue screen.png' }).waitFor()
    await umas.reload()
    await reply(umas).waitFor()
    expect(await umas.getByRole('img', { name: 'blue screen.png' }).count()).toBe(0)
  })
})

test('files and all their states are laid out well, on a phone and a laptop, by day and by night', async () => {
  const file = { type: 'text/plain', size: 1_234_567 }
  const files = [
    {
      ...file,
      id: '1',
      name: 'a_very_long_name_without_any_space_that_is_wider_than_a_telephone.log',
      state: 'ready',
    },
    { ...file, id: '2', name: 'b.log', state: 'coming' },
    { ...file, id: '3', name: 'c.log', state: 'scanning' },
    { ...file, id: '4', name: 'd.log', state: 'failed', reason: 'It has more than 25 MB.' },
  ]
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await ticketPage(uma)
    await page.emulateMedia({ colorScheme })
    await page.route(`**/api/tickets/${ticket.id}`, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.json()) as { ticket: TicketView }
      await route.fulfill({ response: answer, json: { ...body, ticket: { ...body.ticket, files } } })
    })
    await page.reload()
    await page.getByText('Not received. It has more than 25 MB.').waitFor()
    await pick(page, picture, { ...log, buffer: Buffer.alloc(0) })
    await page.getByRole('alert').waitFor()
    await loaded(page)
    for (const width of [360, 1_280]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await layoutFaults(page)).toEqual([])
      const path = process.env.FILES_PICTURES
      if (path) await page.screenshot({ path: `${path}/${colorScheme}-${width}.png`, fullPage: true })
    }
    for (const name of ['blue screen.png', 'system.log'])
      await page.getByRole('button', { name: `Remove ${name}` }).click()
    await page.close()
  }
})
