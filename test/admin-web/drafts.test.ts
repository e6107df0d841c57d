import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let bo: Somebody
let uma: Somebody
let ticket: TicketView

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator', onDuty: false })
  bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator', onDuty: false })
  uma = await world.makePerson(ines, 'Uma Patel')
})
afterAll(() => world?.close())
beforeEach(async () => {
  ticket = await world.fileTicket(uma, 'Laptop does not wake up')
})

const secret = 'She has asked four times already.'
const question = 'Does it happen on battery, too?'

const open = async (who: Somebody, path = `/tickets/${ticket.id}`) => {
  const page = await who.context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
const note = (page: Page) => page.getByRole('textbox', { name: 'Internal note' })
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to Uma Patel' })
const sendButton = (page: Page) => page.locator('main form button[type=submit]')

async function typeNote(page: Page, text = secret) {
  await page.getByRole('button', { name: 'Internal note' }).click()
  await note(page).fill(text)
}

/** The draft is still a note, is sent as one, and its requester never sees it. */
async function isStillNote(page: Page) {
  await expect.poll(() => note(page).inputValue()).toBe(secret)
  expect(await sendButton(page).innerText()).toBe('Add internal note')
  await sendButton(page).click()
  await page.getByRole('listitem').getByText(secret).waitFor()
  expect(await said()).toEqual([[secret, 'internal']])
}

const said = async () => {
  const { body } = await world
    .api(ines)
    .get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)
  return body.comments.map((one) => [one.body, one.visibility])
}

describe('a note stays a note', () => {
  test('after a reload', async () => {
    const page = await open(ann)
    await typeNote(page)
    await page.reload()
    await isStillNote(page)
  })

  test('after the session has ended while it was typed, and its writer is back', async () => {
    const page = await open(bo)
    await typeNote(page)
    await world.api(bo).post('/api/auth/logout-all', {})
    await page.getByRole('heading', { name: 'Log in' }).waitFor()
    await page.getByText('Your session has ended.').waitFor()
    await page.getByText('What you typed is kept').waitFor()
    await page.getByLabel('E-mail address').fill(bo.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await isStillNote(page)
    const entered = await bo.context.request.post('/api/auth/login', { data: { email: bo.email, password } })
    bo.token = ((await entered.json()) as { token: string }).token
  })

  test('after a session has ended at the moment of sending', async () => {
    const page = await open(bo)
    await typeNote(page)
    await page.route('**/comments', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 401, json: { title: 'Not signed in' } })
        : route.continue(),
    )
    await sendButton(page).click()
    await page.waitForURL(/login|tickets/)
    await page.unroute('**/comments')
    await page.goto(`/tickets/${ticket.id}`)
    await isStillNote(page)
  })

  test('beside another tab that replies meanwhile', async () => {
    const first = await open(ann)
    await typeNote(first)
    const second = await open(ann)
    await expect.poll(() => note(second).inputValue()).toBe(secret)
    await second.getByRole('button', { name: 'Reply to requester' }).click()
    await reply(second).fill(question)
    expect(await sendButton(second).innerText()).toBe('Send to Uma Patel')
    await first.reload()
    await second.reload()
    await expect.poll(() => reply(second).inputValue()).toBe(question)
    expect(await sendButton(second).innerText()).toBe('Send to Uma Patel')
    await isStillNote(first)
    await second.close()
  })

  test('in a new tab, after its own was closed', async () => {
    const first = await open(ann)
    await typeNote(first)
    await first.close()
    await isStillNote(await open(ann))
  })

  test('while the ticket and its conversation change under it', async () => {
    const page = await open(ann)
    await typeNote(page)
    await world.api(uma).post(`/api/tickets/${ticket.id}/comments`, { body: 'It got worse.' })
    await page.getByText('It got worse.').waitFor()
    expect(await note(page).inputValue()).toBe(secret)
    await world.api(ines).post(`/api/tickets/${ticket.id}/claim`)
    await page.getByRole('heading', { name: `You can no longer see #${ticket.number}` }).waitFor()
    await world.api(ines).post(`/api/tickets/${ticket.id}/release`)
    await page.getByRole('heading', { name: /no longer see/ }).waitFor({ state: 'detached' })
    expect(await sendButton(page).innerText()).toBe('Add internal note')
    await sendButton(page).click()
    await page.getByRole('listitem').getByText(secret).waitFor()
    expect(await said()).toEqual([
      ['It got worse.', 'public'],
      [secret, 'internal'],
    ])
  })

  test('when a colleague claims the ticket, and gives it back', async () => {
    const page = await open(ann)
    await typeNote(page)
    await world.api(bo).post(`/api/tickets/${ticket.id}/claim`)
    await page.getByText('Bo Chen has it now.').waitFor()
    expect(await sendButton(page).count()).toBe(0)
    await page.reload()
    await page.getByText(secret).waitFor()
    await page.getByText('Your internal note, not added').waitFor()
    await world.api(bo).post(`/api/tickets/${ticket.id}/release`)
    await page.reload()
    await isStillNote(page)
  })

  test('when its writer leaves by a link and comes back by the back button', async () => {
    const page = await open(ann)
    await typeNote(page)
    await page.getByRole('navigation').getByRole('link', { name: 'My tickets' }).click()
    await page.getByRole('heading', { name: 'My tickets' }).waitFor()
    await page.goBack()
    await isStillNote(page)
  })

  test('when its writer may no longer add notes: it waits for their choice', async () => {
    const cal = await world.makePerson(ines, 'Cal Diaz', { role: 'moderator', onDuty: false })
    ticket = await world.fileTicket(cal, 'My own monitor flickers')
    const page = await open(cal)
    await typeNote(page)
    await world.api(ines).post('/api/auth/update-user', { id: cal.user.id, role: 'user' })
    await page.getByRole('heading', { name: 'Log in' }).waitFor()
    await page.getByLabel('E-mail address').fill(cal.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect.poll(() => note(page).inputValue()).toBe(secret)
    expect(await sendButton(page).isDisabled()).toBe(true)
    await note(page).press('Control+Enter')
    await page.getByText('You can’t add internal notes here any more.').waitFor()
    expect(await said()).toEqual([])
    await page.getByRole('button', { name: 'Reply to requester' }).click()
    expect(await sendButton(page).innerText()).toBe('Send to support')
  })

  test('when it was kept by a version that did not keep its audience: it waits for a choice', async () => {
    const page = await open(ann)
    await reply(page).waitFor() // the form of a ticket removes an empty draft when it is first shown
    await page.evaluate(
      ([key, body]) => sessionStorage.setItem(key ?? '', JSON.stringify({ body })),
      [`deskbridge:${ann.user.id}:message:${ticket.id}`, secret],
    )
    await page.reload()
    await page.getByText('Choose who sees this.').waitFor()
    expect(await sendButton(page).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Internal note' }).click()
    await isStillNote(page)
  })
})

test('a reply stays a reply over a reload, and keeps whom it mentions', async () => {
  const page = await open(ann)
  await reply(page).pressSequentially('Ask @Bo')
  await page.getByRole('button', { name: '@Bo Chen' }).click()
  await page.reload()
  await expect.poll(() => reply(page).inputValue()).toBe('Ask @Bo Chen ')
  await sendButton(page).click()
  await page.getByRole('listitem').getByText('Ask @Bo Chen').waitFor()
  const { body } = await world
    .api(ines)
    .get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)
  expect(body.comments.map((one) => [one.visibility, one.mentions.map(({ name }) => name)])).toEqual([
    ['public', ['Bo Chen']],
  ])
})

test('a message that was sent does not come back, and logging out leaves nothing of a draft', async () => {
  const page = await open(uma)
  await page.getByRole('textbox', { name: 'Add to your ticket' }).fill('It works again.')
  await sendButton(page).click()
  await page.getByRole('listitem').getByText('It works again.').waitFor()
  await page.reload()
  expect(await page.getByRole('textbox', { name: 'Add to your ticket' }).inputValue()).toBe('')
  await page.getByRole('textbox', { name: 'Add to your ticket' }).fill('Or does it?')
  await page.getByRole('button', { name: 'Log out' }).first().click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(
    'Or does it?',
  )
  await uma.context.request.post('/api/auth/login', { data: { email: uma.email, password } })
})

test('a page stays while one reads and types on it, though a colleague has claimed the ticket', async () => {
  await world.api(uma).post(`/api/tickets/${ticket.id}/comments`, { body: 'The light blinks twice.' })
  const page = await open(ann)
  await page.getByText('The light blinks twice.').waitFor()
  await reply(page).fill(question)
  await world.api(bo).post(`/api/tickets/${ticket.id}/claim`)
  await page.getByText('Bo Chen has it now.').waitFor()
  await page.getByText('The light blinks twice.').waitFor()
  expect(await page.evaluate('document.activeElement.value')).toBe(question)
  expect(await reply(page).inputValue()).toBe(question)
  expect(await reply(page).getAttribute('readonly')).not.toBeNull()
  expect(await page.getByRole('button', { name: 'Claim' }).isDisabled()).toBe(true)
  await reply(page).press('Control+Enter')
  expect(await said()).toEqual([['The light blinks twice.', 'public']])
})
