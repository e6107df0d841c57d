import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../support/wait-for.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let root: Somebody
let uma: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  root = await world.makeAdmin('Root Roe')
  uma = await world.makePerson(root, 'Uma Berg')
})
afterAll(() => world?.close())

type Mailbox = { messages: { id: string; to: string; subject: string }[] }

test('an admin answers a mail as its recipient, and the answer is on the ticket', async () => {
  const ticket = await world.fileTicket(uma, 'Printer on fire')
  await world.api(root).post(`/api/tickets/${ticket.id}/claim`)
  await world.api(root).post(`/api/tickets/${ticket.id}/wait`)
  const mail = await waitFor(
    async () => {
      const { body } = await world.api(root).get<Mailbox>('/api/mailbox')
      return body.messages.find(({ to, subject }) => to.includes(uma.email) && subject.includes(ticket.title))
    },
    { what: 'the mail', timeoutMs: 30_000 },
  )
  const page = await root.context.newPage()
  await page.goto(`/mailbox/${mail.id}`)
  const field = page.getByLabel(`Reply as ${uma.email}`)
  await page.getByRole('button', { name: 'Send reply' }).click()
  await page.getByText('Write something.').waitFor()
  await field.fill('I pulled the plug.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await page.getByText('The reply is on the ticket.').waitFor()
  await expect.poll(() => field.inputValue()).toBe('')
  const path = `/api/tickets/${ticket.id}/comments`
  const { body } = await world.api(uma).get<{ comments: { body: string; author: { name: string } }[] }>(path)
  expect(body.comments).toMatchObject([{ body: 'I pulled the plug.', author: { name: 'Uma Berg' } }])
})

test('a mail whose answers nobody reads has no field for one', async () => {
  const { body } = await world.api(root).get<Mailbox>('/api/mailbox')
  const account = body.messages.find(({ subject }) => subject.includes('Confirm your address'))
  const page = await root.context.newPage()
  await page.goto(`/mailbox/${account?.id}`)
  await page.getByText('Nobody reads replies to this mail.').or(page.locator('iframe')).first().waitFor()
  expect(await page.getByRole('button', { name: 'Send reply' }).count()).toBe(0)
})
