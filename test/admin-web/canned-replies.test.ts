import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let max: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  max = await world.makePerson(ines, 'Max Moe', { role: 'moderator' })
})
afterAll(() => world?.close())

test('a moderator adds a canned reply, inserts it into an answer, changes and deletes it', async () => {
  const page = await max.context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Canned replies' }).click()
  await page.getByText('No canned replies yet').waitFor()
  await page.getByRole('button', { name: 'Add a canned reply' }).click()
  await page.getByLabel('Name').fill('Restart it')
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello {{who}}')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Use only these in double braces').waitFor()
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello ')
  await page.getByRole('button', { name: '{{first_name}}' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('“Restart it” saved').waitFor()

  const { id } = await world.fileTicket(ines, 'Printer on fire')
  await page.goto(`/tickets/${id}`)
  await page.getByRole('textbox', { name: 'Reply to Ines Okafor' }).fill('Typed first.')
  await page.getByLabel('Insert a canned reply').selectOption('Restart it')
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Reply to Ines Okafor' }).inputValue())
    .toBe('Typed first.\n\nHello Ines')
  await page.getByRole('button', { name: 'Send to Ines Okafor' }).click()
  const said = async () =>
    (await world.api(ines).get<{ comments: CommentView[] }>(`/api/tickets/${id}/comments`)).body.comments
  await expect.poll(said).toMatchObject([{ body: 'Typed first.\n\nHello Ines' }])
  await page.getByRole('listitem').getByText('Hello Ines').waitFor()

  await page.goto('/canned-replies')
  await page.getByRole('button', { name: 'Edit Restart it' }).click()
  await page.getByLabel('Name').fill('Turn it off and on')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('“Turn it off and on” saved').waitFor()
  await page.getByRole('button', { name: 'Delete Turn it off and on' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByText('No canned replies yet').waitFor()
})
