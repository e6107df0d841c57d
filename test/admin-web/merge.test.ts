import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { waitFor } from '../support/wait-for.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
})
afterAll(() => world?.close())

test('an admin merges two accounts of one person, who goes on with one', async () => {
  const [old, stays] = [await world.makePerson(ines, 'Bo Chen'), await world.makePerson(ines, 'Bo Lin Chen')]
  const { id } = await world.fileTicket(old, 'Printer on fire')
  const page = await ines.context.newPage()
  await page.goto('/users')
  await page.getByRole('button', { name: 'Edit Bo Chen' }).click()
  await page.getByRole('button', { name: 'Merge into another account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('Lin')
  await dialog.getByRole('option', { name: 'Bo Lin Chen' }).click()
  await dialog.getByText('keeps its name, role and password').waitFor()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('Bo Chen merged into Bo Lin Chen').waitFor()
  await page.getByRole('button', { name: 'Edit Bo Chen' }).waitFor({ state: 'detached' })
  expect((await world.api(old).get('/api/auth/me')).status).toBe(401)
  const ticket = await waitFor(
    async () => {
      const { status, body } = await world.api(stays).get<{ ticket: TicketView }>(`/api/tickets/${id}`)
      return status === 200 ? body.ticket : null
    },
    { what: 'the ticket in the other account', timeoutMs: 20_000 },
  )
  expect(ticket.requester.name).toBe('Bo Lin Chen')
})

test('a person unlinks Discord from their profile, an admin from the account', async () => {
  const ada = await world.makePerson(ines, 'Ada King', { discord: '200000000000000001' })
  const page = await ada.context.newPage()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Unlink Discord' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink Discord' }).click()
  await page.getByText('Discord unlinked').waitFor()
  await page.getByRole('button', { name: 'Link Discord', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Link Slack', exact: true }).click()
  expect(await page.getByRole('status').locator('code').textContent()).toMatch(/^\/ticket link [A-Z0-9]{10}$/)

  await world.api(ines).post('/api/auth/update-user', { id: ada.user.id, discord: '200000000000000002' })
  const admins = await ines.context.newPage()
  await admins.goto('/users')
  await admins.getByRole('button', { name: 'Edit Ada King' }).click()
  await admins.getByRole('button', { name: 'Unlink Discord' }).click()
  await admins.getByText('Discord unlinked from Ada King').waitFor()
  const me = await world.api(ada).get<{ user: Somebody['user'] }>('/api/auth/me')
  expect(me.body.user.discord).toBeNull()
})
