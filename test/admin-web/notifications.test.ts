import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PreferencesView } from '../../core/notifications/preferences-view.ts'
import { waitFor } from '../support/wait-for.ts'
import { clicked } from './clicked.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let root: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  root = await world.makeAdmin('Root Roe')
})
afterAll(() => world.close())

const preferencesOf = async (somebody: Somebody) =>
  (await world.api(somebody).get<{ notifications: PreferencesView }>('/api/me/notifications')).body
    .notifications

test('a person chooses their notifications and when they come; locked ones say why', async () => {
  const page = await root.context.newPage()
  await page.goto('/profile')
  const panel = page.getByRole('region', { name: 'Notifications' })
  const commented = page.getByRole('checkbox', { name: 'Somebody comments on a ticket of mine: E-mail' })
  expect(await commented.evaluate(clicked)).toBe(false)
  await waitFor(
    async () =>
      (await preferencesOf(root)).events.find(({ event }) => event === 'commented')?.cells.mail.on === false,
    { what: 'the choice' },
  )
  const account = page.getByRole('checkbox', { name: 'My account: invitation, password, address: E-mail' })
  expect(await account.isDisabled()).toBe(true)
  expect(await page.getByText('Account mails contain the links you need to sign in.').count()).toBe(1)
  await page.getByRole('checkbox', { name: 'Quiet hours' }).check()
  await panel.getByLabel('Time zone').selectOption('Europe/Berlin')
  await panel.getByLabel('From').fill('21:30')
  await panel.getByRole('button', { name: 'Sun' }).click()
  await page.getByRole('checkbox', { name: 'Daily digest' }).check()
  await panel.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Notification settings saved').waitFor()
  expect(await preferencesOf(root)).toMatchObject({
    timeZone: 'Europe/Berlin',
    quietHours: { from: '21:30', to: '07:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
    digest: { on: true, at: '08:00' },
  })
  await page.reload()
  await panel.getByLabel('From').waitFor()
  expect(await panel.getByLabel('From').inputValue()).toBe('21:30')
  expect(await commented.isChecked()).toBe(false)
})

test('an admin sees what was sent, looks for one person’s, and has it sent again', async () => {
  const ann = await world.makePerson(root, 'Ann Lee')
  const ticket = await world.fileTicket(ann, 'Printer on fire')
  await world.api(root).post(`/api/tickets/${ticket.id}/claim`)
  await world.api(root).post(`/api/tickets/${ticket.id}/resolve`, { resolution: 'Put it out.' })
  const page = await root.context.newPage()
  await page.goto('/deliveries')
  const rows = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')
  const resolved = rows.filter({ hasText: 'Resolved' }).filter({ hasText: 'Sent' })
  const isThere = async () => {
    await page.reload()
    await rows.first().waitFor()
    return resolved.first().isVisible()
  }
  await waitFor(isThere, { what: 'the mail in the list', timeoutMs: 30_000, everyMs: 1_000 })
  await resolved.getByRole('button', { name: 'Ann Lee' }).click()
  await page.getByText('To Ann Lee', { exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('person')).toBe(ann.user.id)
  await resolved.getByRole('button', { name: 'Resend' }).click()
  await page.getByText('Resending').waitFor()
  await rows.filter({ hasText: 'Resent by an admin.' }).first().waitFor()
  await waitFor(
    async () => {
      const { body } = await world.api(root).get<{ messages: { subject: string }[] }>('/api/mailbox')
      return body.messages.filter(({ subject }) => /^#\d+ /.test(subject)).length === 2
    },
    { what: 'the mail that was sent again', timeoutMs: 30_000 },
  )
})
