import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import type { TicketSummary } from '../../core/tickets/lists/listed-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'
import { layoutFaults } from './layout-faults.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let bo: Somebody
let mia: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator', skills: ['Printers'], onDuty: true })
  bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator', onDuty: false })
  mia = await world.makePerson(ines, 'Mia Wong')
})
afterAll(() => world?.close())

const open = async (who: Somebody, path: string) => {
  const page = await who.context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
const filedBy = async (who: Somebody) =>
  (await world.api(who).get<{ tickets: TicketSummary[] }>('/api/tickets?view=mine')).body.tickets

test('filing says what is missing at its field, previews Markdown, and an answer that got lost files once', async () => {
  const page = await open(mia, '/tickets/new')
  await page.getByLabel('Title').fill('Oh')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByText('Give it a title of at least 5 characters.').waitFor()
  await page.getByText('Say what happened.').waitFor()

  await page.getByLabel('Title').fill('Printer on floor 3 jams')
  await page
    .getByRole('textbox', { name: 'What happened?' })
    .fill('It **jams**. <img src=x onerror="window.hacked=1">')
  await page.getByRole('tab', { name: 'Preview' }).click()
  await page.getByRole('tabpanel').getByText('jams', { exact: true }).waitFor()
  expect(await page.locator('strong', { hasText: 'jams' }).count()).toBe(1)
  expect(await page.locator('main img').count()).toBe(0)
  expect(await page.evaluate('window.hacked')).toBeUndefined()

  await page.getByLabel('Category').selectOption('Hardware')

  const keys: (string | undefined)[] = []
  await page.route('**/api/tickets', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 3) return route.continue()
    await route.fetch() // the desk takes it, and its answer is lost on the way
    return route.abort()
  })
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByRole('alert').getByText('The desk can’t be reached').waitFor()
  await page.reload()
  expect(await page.getByLabel('Title').inputValue()).toBe('Printer on floor 3 jams')
  expect(await page.getByLabel('Category').inputValue()).toBe('Hardware')
  await page.getByRole('button', { name: 'File ticket' }).click()
  await page.getByRole('heading', { level: 1, name: /Printer on floor 3 jams/ }).waitFor()

  expect(keys.length).toBe(4)
  expect(new Set(keys).size).toBe(1)
  expect((await filedBy(mia)).map(({ title, category }) => [title, category])).toEqual([
    ['Printer on floor 3 jams', 'Hardware'],
  ])
  await page.getByText('Mia Wong filed the ticket from the console.').waitFor()
})

test('two moderators side by side: one claims, the other is told who has it', async () => {
  const ticket = await world.fileTicket(mia, 'Monitor flickers since Monday')
  await triaged(ticket.id)
  const [annsQueue, bosTicket] = await Promise.all([open(ann, '/queue'), open(bo, `/tickets/${ticket.id}`)])
  const claim = annsQueue.getByRole('button', { name: `Claim #${ticket.number}` })
  await claim.waitFor()
  await bosTicket.getByRole('button', { name: 'Claim' }).waitFor()
  // Bo's page does not know yet: its polls are held back
  await bosTicket.route(`**/api/tickets/${ticket.id}`, () => {})

  await claim.click()
  await annsQueue.getByText(`You claimed #${ticket.number}`).waitFor()
  await annsQueue
    .getByRole('list', { name: 'Assigned to me' })
    .getByText('Monitor flickers since Monday')
    .waitFor()

  await bosTicket.getByRole('button', { name: 'Claim' }).click()
  await bosTicket.getByText(`Ann Lee has already claimed #${ticket.number}.`).waitFor()
  await bosTicket.unroute(`**/api/tickets/${ticket.id}`)
  await bosTicket.reload()
  await bosTicket.getByRole('heading', { name: 'Ticket not found' }).waitFor()
})

test('a reply reaches the requester, an internal note only staff', async () => {
  const ticket = await world.fileTicket(mia, 'Keyboard misses the letter e')
  await world.api(ann).post(`/api/tickets/${ticket.id}/claim`)
  const [anns, mias] = await Promise.all([
    open(ann, `/tickets/${ticket.id}`),
    open(mia, `/tickets/${ticket.id}`),
  ])
  await anns.getByRole('textbox', { name: 'Reply to Mia Wong' }).fill('Is it *wireless*?')
  await anns.getByRole('button', { name: 'Send' }).click()
  await mias.getByText('Is it wireless?').waitFor()

  await anns.getByRole('button', { name: 'Internal note' }).click()
  await anns.getByRole('textbox', { name: 'Internal note' }).fill('She spilled coffee on it.')
  await anns.getByRole('button', { name: 'Add internal note' }).click()
  await anns.getByRole('listitem').getByText('She spilled coffee on it.').waitFor()
  await mias.getByRole('textbox', { name: 'Add to your ticket' }).fill('Yes, it is.')
  await mias.getByRole('button', { name: 'Send' }).click()
  await anns.getByText('Yes, it is.').waitFor()

  expect(await mias.getByText('coffee').count()).toBe(0)
  expect(await mias.getByRole('button', { name: 'Internal note' }).count()).toBe(0)
  const { body } = await world.api(ann).get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)
  expect(body.comments.map((one) => [one.body, one.visibility, one.surface])).toEqual([
    ['Is it *wireless*?', 'public', 'web'],
    ['She spilled coffee on it.', 'internal', 'web'],
    ['Yes, it is.', 'public', 'web'],
  ])
})

test('an edit that was overtaken says by whom, and loses nothing', async () => {
  const ticket = await world.fileTicket(mia, 'Laptop is slow in the morning')
  await triaged(ticket.id)
  const page = await open(mia, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('Laptop needs ten minutes to start')

  const { version } = await read(ticket.id)
  const put = await world
    .api(ines)
    .put(`/api/tickets/${ticket.id}`, { version, title: 'Laptop slow', description: 'Since the update.' })
  expect(put.status).toBe(200)

  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(`Ines Okafor changed #${ticket.number} meanwhile`).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Laptop needs ten minutes to start')
  await page.reload()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Reload ticket' }).click()
  await page.getByText('Current value:').waitFor()
  await page.getByRole('dialog').getByText('Laptop slow').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Laptop needs ten minutes to start')
  expect(await page.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('Since the update.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: /Laptop needs ten minutes to start/ }).waitFor()
  expect(await read(ticket.id)).toMatchObject({
    title: 'Laptop needs ten minutes to start',
    description: 'Since the update.',
  })
})

test('an edit is saved without a question when others have changed other fields meanwhile', async () => {
  const ticket = await world.fileTicket(mia, 'The projector in room 4 stays dark')
  await triaged(ticket.id)
  const page = await open(mia, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('The projector in room 4 shows nothing')

  const { version } = await read(ticket.id)
  const theirs = { priority: 'urgent', description: 'The lamp is on.' }
  expect((await world.api(ines).put(`/api/tickets/${ticket.id}`, { version, ...theirs })).status).toBe(200)

  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(`#${ticket.number} saved`).waitFor()
  await page.getByRole('heading', { level: 1, name: /shows nothing/ }).waitFor()
  expect(await read(ticket.id)).toMatchObject({ title: 'The projector in room 4 shows nothing', ...theirs })
})

test('an admin gives a ticket to whom fits best, and whoever sorts it tags it', async () => {
  const ticket = await world.fileTicket(mia, 'The printer on floor 3 prints stripes')
  await triaged(ticket.id)
  const page = await open(ines, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: /^(Reassign|Assign)$/ }).click()
  const people = page.getByRole('list', { name: 'Possible assignees' }).getByRole('listitem')
  await people.filter({ hasText: 'Ann Lee' }).getByText('Knows Printers').waitFor()
  expect(await people.filter({ hasText: 'Mia Wong' }).count()).toBe(0)
  await page.getByLabel('Search moderators and admins').fill('bo')
  await page.getByRole('button', { name: 'Assign to Bo Chen' }).click()
  await page.getByText(`#${ticket.number} assigned to Bo Chen`).waitFor()
  await page.getByText('Ines Okafor assigned it to Bo Chen.').waitFor()

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Tags').fill('third floor')
  await page.getByLabel('Tags').press('Enter')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ines Okafor set the tags to third floor.').waitFor()
})

test('tickets are searched and filtered, the address keeps it, and chips take it off', async () => {
  const loud = await world.fileTicket(mia, 'The coffee machine is too loud', 'It hums in B flat.')
  const page = await open(ines, '/all')
  const rows = page.getByRole('list', { name: 'All tickets' }).getByRole('listitem')
  await page.getByRole('button', { name: /^Open \d+$/ }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('coffee flat')
  await rows.filter({ hasText: 'too loud' }).waitFor()
  await expect.poll(() => rows.count()).toBe(1)
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ status: 'open', q: 'coffee flat' })

  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('combobox', { name: 'Requester' }).fill('ann')
  await page.getByRole('option', { name: 'Ann Lee' }).click()
  await page.getByText('No matches').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Remove filter Filed by Ann Lee' }).click()
  await rows.filter({ hasText: `#${loud.number}` }).waitFor()
  await page.getByRole('button', { name: 'Remove filter “coffee flat”' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(1)
  expect(await page.getByLabel('Search tickets').inputValue()).toBe('')

  await page.getByLabel('Search tickets').fill('(a+)+$')
  await page.getByText('No matches').waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(1)

  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('combobox', { name: 'Assignee' }).click()
  await page.getByRole('option', { name: 'Unassigned' }).click()
  await page.getByRole('button', { name: 'Remove filter Unassigned' }).waitFor()
  expect(new URL(page.url()).searchParams.get('assignee')).toBe('none')
})

test('tickets are sorted by requester, in groups that say which, and the address keeps it', async () => {
  await world.fileTicket(mia, 'The projector in room Oslo hums')
  await world.fileTicket(ann, 'The blinds in room Bergen are stuck')
  const page = await open(ines, '/all')
  await page.getByRole('list', { name: 'All tickets', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Filters' }).click()
  const asked = page.waitForRequest(/sort=requester/)
  let answer = () => {}
  const answered = new Promise<void>((done) => {
    answer = done
  })
  await page.route(/sort=requester/, async (route) => {
    await answered
    await route.continue()
  })
  await page.getByLabel('Sort by').selectOption({ label: 'By requester' })
  await asked
  // Until they come sorted, what is shown is not grouped.
  await page.getByRole('button', { name: 'Remove filter By requester' }).waitFor()
  await page.getByRole('list', { name: 'All tickets', exact: true }).waitFor()
  answer()
  const lists = page.getByRole('list', { name: /^All tickets: / })
  const names = async () => Promise.all((await lists.all()).map((one) => one.getAttribute('aria-label')))
  await expect
    .poll(async () => {
      const shown = await names()
      return [shown[0], shown.at(-1)]
    })
    .toEqual(['All tickets: Ann Lee', 'All tickets: Mia Wong'])
  await lists.first().getByText('The blinds in room Bergen').waitFor()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('requester')
  await page.reload()
  await page.getByRole('button', { name: 'Remove filter By requester' }).click()
  await page.getByRole('list', { name: 'All tickets', exact: true }).waitFor()
})

test('resolving asks how, an admin deletes after a warning, and everyone sees both', async () => {
  const ticket = await world.fileTicket(mia, 'Projector has no picture')
  await world.api(ann).post(`/api/tickets/${ticket.id}/claim`)
  const [anns, mias, admins] = await Promise.all([
    open(ann, `/tickets/${ticket.id}`),
    open(mia, `/tickets/${ticket.id}`),
    open(ines, `/tickets/${ticket.id}`),
  ])
  await anns.getByRole('button', { name: 'Resolve' }).click()
  const dialog = anns.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Resolve' }).click()
  await dialog.getByText('Say how it was solved.').waitFor()
  await dialog.getByRole('textbox', { name: 'How was it solved?' }).fill('The cable was **loose**.')
  await dialog.getByRole('button', { name: 'Resolve' }).click()
  await mias.getByRole('heading', { name: /Resolved by Ann Lee/ }).waitFor()
  await mias.getByText('The cable was loose.').waitFor()
  expect(await mias.getByRole('button', { name: 'Delete' }).count()).toBe(0)

  await admins.getByRole('button', { name: 'Delete' }).click()
  await admins.getByRole('button', { name: 'Delete ticket' }).click()
  await admins.getByRole('heading', { name: 'All tickets' }).waitFor()
  await mias.getByRole('heading', { name: `You can no longer see #${ticket.number}` }).waitFor()
})

test('the requester of a resolved ticket rates it, and whoever resolved it sees that', async () => {
  const { id } = await world.fileTicket(mia, 'Keyboard has lost its keys')
  const resolved = await world
    .api(ines)
    .post(`/api/tickets/${id}/resolve`, { resolution: 'Glued them back on.' })
  expect(resolved.status).toBe(200)
  const page = await open(mia, `/tickets/${id}#rate`)
  const box = page.getByRole('region', { name: 'Your rating' })
  await box.getByText('How did we do?').waitFor()
  await box.getByRole('button', { name: '4', exact: true }).click()
  await box.getByRole('button', { name: '4', exact: true, pressed: true }).waitFor()
  await box.getByLabel('Comment (optional)').fill('Quick, but <b>sticky</b>')
  await box.getByRole('button', { name: 'Save comment' }).click()
  const other = await open(ines, `/tickets/${id}`)
  await other.getByText('Rated 4 of 5 by Mia Wong: “Quick, but <b>sticky</b>”').waitFor()
  expect(await other.getByRole('button', { name: '5 (great)' }).count()).toBe(0)
  await Promise.all([page.close(), other.close()])
})

test('the form for a new ticket names one’s own open tickets like it, and keeps what was typed', async () => {
  const { number } = await world.fileTicket(mia, 'Projector in room Oslo flickers')
  const page = await open(mia, '/tickets/new')
  await page.getByLabel('Title').fill('Oslo projector flickers again')
  const alike = page.getByRole('status').getByRole('link', { name: `#${number}`, exact: true })
  await alike.waitFor()
  expect(await layoutFaults(page)).toEqual([])
  await alike.click()
  await page.getByRole('heading', { level: 1, name: /Projector in room Oslo/ }).waitFor()
  await page.goBack()
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Oslo projector flickers again')
  await page.getByLabel('Title').fill('Coffee machine is empty')
  await alike.waitFor({ state: 'detached' })
  await page.close()
})

test('on a phone nothing is wider than the screen and the menu leads everywhere', async () => {
  const long = `${'Averylongwordwithoutspaces'.repeat(5)} printer`
  const ticket = await world.fileTicket(
    mia,
    long,
    `\`\`\`\n${'x'.repeat(400)}\n\`\`\`\n\n|a|b|\n|-|-|\n|${'y'.repeat(200)}|c|`,
  )
  const page = await open(ines, '/queue')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [
    '/queue',
    '/all',
    '/users',
    '/audit',
    '/profile',
    '/mailbox',
    '/health',
    `/tickets/${ticket.id}`,
    '/tickets/new',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    expect([path, await sideways(page)]).toEqual([path, 0])
  }
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Users' }).click()
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

const sideways = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function read(id: string) {
  const { body } = await world
    .api(ines)
    .get<{ ticket: { version: number; triage: { state: string }; assignment: unknown } }>(
      `/api/tickets/${id}`,
    )
  return body.ticket
}

/** Triage and assignment change a ticket too; what is tested is another person's change. */
const triaged = (id: string) =>
  expect.poll(async () => (await read(id)).assignment, { timeout: 30_000 }).not.toBeNull()

test('staff see until when a ticket must be claimed, and who was on duty but could not get it', async () => {
  const otto = await world.makePerson(ines, 'Otto Vale', { role: 'moderator', onDuty: true })
  const { id } = await world.fileTicket(ann, 'The projector shows no picture')
  const page = await open(ines, `/tickets/${id}`)
  const box = page.getByRole('region', { name: 'Assignment' })
  await box.getByText('Otto Vale').first().waitFor()
  await box.getByText(/^Goes to the next person in \d+ \w+ unless somebody claims it\.$/).waitFor()
  await box.getByText('On duty, not considered').click()
  await box.getByText('Ann Lee').waitFor()
  await box.getByText('filed it').waitFor()
  expect(await layoutFaults(page)).toEqual([])
  await world.api(otto).post(`/api/tickets/${id}/claim`)
  await box.getByText(/Goes to the next person/).waitFor({ state: 'detached' })
  await page.close()
})
