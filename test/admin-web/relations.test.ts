import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

let world: ConsoleWorld
let ines: Somebody
let ann: Somebody
let bo: Somebody
let mia: Somebody
let kim: Somebody

beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  ann = await world.makePerson(ines, 'Ann Lee', { role: 'moderator', onDuty: false })
  bo = await world.makePerson(ines, 'Bo Chen', { role: 'moderator', onDuty: false })
  mia = await world.makePerson(ines, 'Mia Wong')
  kim = await world.makePerson(ines, 'Kim Park')
})
afterAll(() => world?.close())

const open = async (who: Somebody, path: string) => {
  const page = await who.context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
const read = async (who: Somebody, id: string) =>
  (await world.api(who).get<{ ticket: TicketView }>(`/api/tickets/${id}`)).body.ticket

test('a moderator watches a ticket and stops again', async () => {
  const ticket = await world.fileTicket(mia, 'Beamer shows only green')
  const page = await open(bo, `/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Watch' }).click()
  await page.getByText('You are notified of changes.').waitFor()
  await page.getByText('Bo Chen started watching it in the console.').waitFor()
  expect((await read(ann, ticket.id)).watchers).toEqual([{ id: bo.user.id, name: 'Bo Chen' }])
  await page.getByRole('button', { name: 'Stop watching' }).click()
  await page.getByRole('button', { name: 'Watch', exact: true }).waitFor()
})

test('who works on a ticket has a colleague watch it, an admin anybody', async () => {
  const ticket = await world.fileTicket(mia, 'Whiteboard pens are dry')
  await world.api(ann).post(`/api/tickets/${ticket.id}/claim`)
  const anns = await open(ann, `/tickets/${ticket.id}`)
  const picker = anns.getByRole('combobox', { name: 'Add a watcher' })
  await picker.fill('kim')
  await anns.getByText('No matches').waitFor()
  await picker.fill('bo')
  await anns.getByRole('option', { name: 'Bo Chen' }).click()
  await anns.getByRole('button', { name: 'Remove watcher Bo Chen' }).waitFor()

  const inessPage = await open(ines, `/tickets/${ticket.id}`)
  await inessPage.getByRole('combobox', { name: 'Add a watcher' }).fill('kim')
  await inessPage.getByRole('option', { name: 'Kim Park' }).click()
  await inessPage.getByRole('button', { name: 'Remove watcher Kim Park' }).waitFor()
  const kims = await open(kim, `/tickets/${ticket.id}`)
  await kims.getByText('You are notified of changes.').waitFor()
  expect(await kims.getByRole('combobox', { name: 'Add a watcher' }).count()).toBe(0)
})

test('by keyboard, Tab leaves the open list of people for the button that follows', async () => {
  const ticket = await world.fileTicket(mia, 'The kettle is cold')
  const page = await open(ines, `/tickets/${ticket.id}`)
  await page.getByRole('combobox', { name: 'Add a watcher' }).focus()
  const list = page.getByRole('listbox', { name: 'Add a watcher' })
  await list.getByRole('option').first().waitFor()
  // as long as on a desk with many people: browsers let Tab stop at what scrolls
  await page.evaluate("document.querySelector('[role=listbox]:not([hidden])').style.maxHeight = '60px'")
  await page.keyboard.press('Tab')
  await list.waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Watch')
})

test('a duplicate leads to the ticket that goes on, also for its requester, and back', async () => {
  const original = await world.fileTicket(mia, 'No water in the kitchen')
  const duplicate = await world.fileTicket(kim, 'The kitchen tap is dry')
  await world.api(ann).post(`/api/tickets/${duplicate.id}/claim`)
  const anns = await open(ann, `/tickets/${duplicate.id}`)
  await anns.getByRole('button', { name: 'Mark as duplicate' }).click()
  const dialog = anns.getByRole('dialog')
  await dialog.getByLabel('Original ticket number').fill('the other')
  await dialog.getByRole('button', { name: 'Mark as duplicate' }).click()
  await dialog.getByText('Enter a ticket number, for example 41.').waitFor()
  await dialog.getByLabel('Original ticket number').fill(`#${original.number}`)
  await dialog.getByRole('button', { name: 'Mark as duplicate' }).click()
  await anns.getByText(`#${duplicate.number} marked as a duplicate of #${original.number}`).waitFor()

  const kims = await open(kim, `/tickets/${duplicate.id}`)
  await kims.getByRole('link', { name: `#${original.number}` }).click()
  await kims.getByRole('heading', { level: 1, name: /No water in the kitchen/ }).waitFor()

  await anns.getByRole('button', { name: 'Unmark as duplicate' }).click()
  await anns.getByText(`#${duplicate.number} unmarked as a duplicate`).waitFor()
  expect(await read(ann, duplicate.id)).toMatchObject({ status: 'in_progress', duplicateOf: null })
  await kims.getByRole('heading', { name: `You can no longer see #${original.number}` }).waitFor()
})

test('a message is edited in its place, with earlier versions for staff, and deleted', async () => {
  const ticket = await world.fileTicket(mia, 'Chair squeaks all day')
  await world.api(mia).post(`/api/tickets/${ticket.id}/comments`, { body: 'It is the blu one.' })
  const mias = await open(mia, `/tickets/${ticket.id}`)
  const anns = await open(ann, `/tickets/${ticket.id}`)
  await mias.getByRole('button', { name: 'Edit message' }).click()
  await mias.getByRole('textbox', { name: 'Your message' }).fill('It is the blue one.')
  await mias.getByRole('button', { name: 'Save' }).click()
  await mias.getByText('It is the blue one.').waitFor()
  await mias.getByText(', edited').waitFor()

  await anns.getByText('It is the blue one.').waitFor()
  await anns.getByText('Earlier versions').click()
  await anns.getByText('It is the blu one.').waitFor()
  expect(await mias.getByText('Earlier versions').count()).toBe(0)
  expect(await anns.getByRole('button', { name: 'Edit message' }).count()).toBe(0)

  await mias.getByRole('button', { name: 'Delete message from Mia Wong' }).click()
  await mias.getByRole('dialog').getByRole('button', { name: 'Delete message' }).click()
  await mias.getByText('Deleted by Mia Wong').waitFor()
  await anns.getByText('Deleted by Mia Wong').waitFor()
  expect(await anns.getByText('It is the blu').count()).toBe(0)
})

test('a colleague whose name is typed after an @ is notified, and watches from then on', async () => {
  const ticket = await world.fileTicket(mia, 'Badge opens no door')
  await world.api(ann).post(`/api/tickets/${ticket.id}/claim`)
  const page = await open(ann, `/tickets/${ticket.id}`)
  await page.getByRole('textbox', { name: 'Reply to Mia Wong' }).pressSequentially('Please look, @bo')
  await page.getByRole('button', { name: '@Bo Chen' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Please look, @Bo Chen').waitFor()
  await page.getByRole('button', { name: 'Remove watcher Bo Chen' }).waitFor()
  expect((await read(bo, ticket.id)).watchers.map(({ name }) => name)).toEqual(['Bo Chen'])

  await page.getByRole('button', { name: 'Edit message' }).click()
  const editor = page.getByRole('textbox', { name: 'Your message' })
  await editor.press('End')
  await editor.pressSequentially(' and @ines')
  await page.getByRole('button', { name: '@Ines Okafor' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(', edited').waitFor()
  const { comments } = (
    await world.api(ann).get<{ comments: CommentView[] }>(`/api/tickets/${ticket.id}/comments`)
  ).body
  expect(comments[0]?.mentions.map(({ name }) => name)).toEqual(['Bo Chen', 'Ines Okafor'])
})
