import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import { type ConsoleWorld, createConsoleWorld, password, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(() => world?.close())

const open = async (who: Somebody, path: string) => {
  const page = await who.context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

test('a first admin sees what is left to do, with what is done ticked, until they hide it', async () => {
  const page = await open(ines, '/queue')
  const steps = page.getByRole('region', { name: 'Next steps' }).getByRole('listitem')
  await steps.filter({ hasText: 'Connect Slack' }).getByText('To do:').waitFor()
  await steps.getByRole('link', { name: 'Invite your team' }).click()
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()

  await world.makePerson(ines, 'Ann Lee', { role: 'moderator', onDuty: true })
  await page.goto('/queue')
  await steps.filter({ hasText: 'Invite your team' }).getByText('Done:').waitFor()
  await page.getByRole('button', { name: 'Hide' }).click()
  await steps.first().waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: 'Unclaimed' }).waitFor()
  expect(await steps.count()).toBe(0)
})

test('a moderator goes off duty in the menu, and hands a ticket over with a note', async () => {
  const bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator', onDuty: true })
  const mia = await world.makePerson(ines, 'Mia Wong')
  const page = await open(bo, '/queue')
  await page.getByRole('switch', { name: 'On duty' }).click()
  await page.getByText('You are off duty').waitFor()
  await page.reload()
  expect(await page.getByRole('switch', { name: 'On duty' }).isChecked()).toBe(false)

  const ticket = await world.fileTicket(mia, 'The scanner sends blank pages')
  await world.api(bo).post(`/api/tickets/${ticket.id}/claim`)
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.getByLabel('Note for your colleague').fill('You know this model.')
  await page.getByRole('button', { name: 'Assign to Ann Lee' }).click()
  await page.getByText(`#${ticket.number} assigned to Ann Lee`).waitFor()
  const { body } = await world
    .api(ines)
    .get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)
  expect(body.comments.map((one) => [one.body, one.visibility])).toEqual([
    ['@Ann Lee You know this model.', 'internal'],
  ])
  expect(
    (await world.api(mia).get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)).body,
  ).toEqual({
    comments: [],
    next: null,
  })
})

test('a requester sees who has the ticket and what comes next, and nothing of how the desk decided', async () => {
  const uma = await world.makePerson(ines, 'Uma Patel')
  const ticket = await world.fileTicket(uma, 'The screen stays black', 'The screen stays black.')
  await expect
    .poll(
      async () =>
        (await world.api(uma).get<{ ticket: { triage: { state: string } } }>(`/api/tickets/${ticket.id}`))
          .body.ticket.triage.state,
      { timeout: 30_000 },
    )
    .toBe('done')
  await world.api(ines).post(`/api/tickets/${ticket.id}/claim`)
  const page = await open(uma, `/tickets/${ticket.id}`)
  await page.getByText('Ines Okafor is working on it.').waitFor()
  const text = await page.locator('main').innerText()
  expect(text).not.toMatch(/confidence|engine|triage|candidates|skills|of \d+ tickets|summary/i)

  await world.api(ines).post(`/api/tickets/${ticket.id}/resolve`, { resolution: 'A loose cable.' })
  await world.api(ines).post(`/api/tickets/${ticket.id}/close`)
  await page.getByText('This ticket is closed and takes no more messages.').waitFor()
  await page.getByRole('link', { name: 'File a follow-up ticket' }).click()
  expect(await page.getByLabel('Title').inputValue()).toBe('The screen stays black')
  expect(await page.getByRole('textbox', { name: 'What happened?' }).inputValue()).toContain(
    `Follow-up to #${ticket.number}.`,
  )
})

test('the theme that somebody chooses stays, whatever the device has', async () => {
  const page = await open(ines, '/profile')
  await page.emulateMedia({ colorScheme: 'light' })
  const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  const light = await background()
  await page.getByRole('button', { name: 'Dark' }).click()
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await background()).toBe(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Light' }).click()
  expect(await background()).toBe(light)
  await page.getByRole('button', { name: 'Same as device' }).click()
  expect(await background()).toBe(dark)
})

test('dates are written as in the reader’s language, and devices have names', async () => {
  const context = await world.newContext({ locale: 'de-DE' })
  await context.request.post('/api/auth/login', { data: { email: ines.email, password } })
  const page = await context.newPage()
  await page.goto('/all?from=2026-11-03')
  await page.getByText('Since 03.11.2026').waitFor()
  await page.goto('/profile')
  await page
    .getByRole('list', { name: 'Devices' })
    .getByText(/^(Headless )?Chrome.* on Linux$/)
    .first()
    .waitFor()
})

test.each(['/login', '/forgot', '/signup'])('%s can be typed into at once', async (path) => {
  const page = await (await world.newContext()).newPage()
  await page.goto(path)
  await page.locator('input').first().waitFor()
  await page.keyboard.type('a')
  expect(await page.locator('input').first().inputValue()).toBe('a')
})

test('a page that is opened by its address begins at its top, whatever was read before', async () => {
  const page = await open(ines, '/profile')
  await page.setViewportSize({ width: 640, height: 450 })
  await page.evaluate('scrollTo(0, 300)')
  await page.goto('/catalog')
  await page.getByText('Active Directory').waitFor()
  expect(await page.evaluate('scrollY')).toBe(0)
})
