import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { open } from './console-pages.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'

type People = { ines: Somebody; ann: Somebody; bo: Somebody; mia: Somebody; uma: Somebody }

async function people(world: ConsoleWorld): Promise<People> {
  const ines = await world.makeAdmin('Ines Okafor')
  const staff = { role: 'moderator', onDuty: false } as const
  const ann = await world.makePerson(ines, 'Ann Lee', staff)
  const bo = await world.makePerson(ines, 'Bo Chen', staff)
  const mia = await world.makePerson(ines, 'Mia Wong')
  const uma = await world.makePerson(ines, 'Uma Patel')
  return { ines, ann, bo, mia, uma }
}

const rowOf = (page: Page, { title }: TicketView) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title })
const unread = (page: Page, { title }: TicketView) =>
  page.getByRole('link', { name: new RegExp(`^Unread: .*${title}`) })

describe('on a desk with default settings', () => {
  let world: ConsoleWorld
  let at: People
  const say = (who: Somebody, { id }: TicketView, body: string, visibility = 'public') =>
    world.api(who).post(`/api/tickets/${id}/comments`, { body, visibility })

  beforeAll(async () => {
    world = await createConsoleWorld()
    at = await people(world)
  })
  afterAll(() => world?.close())

  test('a row says that nobody has answered and how long the requester waits, then who answered', async () => {
    const ticket = await world.fileTicket(at.mia, 'The beamer hums')
    const page = await open(at.ann.context, '/queue')
    const row = rowOf(page, ticket)
    await row.getByText('No answer yet').waitFor()
    await row.getByText(/· waiting (less than a|1) minute/).waitFor()
    await world.api(at.ann).post(`/api/tickets/${ticket.id}/claim`)
    await say(at.ann, ticket, 'An internal word.', 'internal')
    await page.reload()
    await row.getByText('No answer yet').waitFor()

    await say(at.ann, ticket, 'Is the fan dusty?')
    await row.getByText(/You answered/).waitFor()
    expect(await row.getByText('waiting').count()).toBe(0)
    await say(at.mia, ticket, 'It is.')
    await row.getByText(/Mia Wong wrote/).waitFor()
    await row.getByText(/· waiting/).waitFor()
    await page.close()

    const hers = await open(at.mia.context, '/tickets')
    await rowOf(hers, ticket)
      .getByText(/You wrote/)
      .waitFor()
    expect(await rowOf(hers, ticket).getByText('waiting').count()).toBe(0)
    await hers.close()
  })

  test('what is new is marked as unread, until it is read; one’s own words never are', async () => {
    const ticket = await world.fileTicket(at.mia, 'The badge opens no door')
    const page = await open(at.ann.context, '/queue')
    await unread(page, ticket).click()
    await page.getByRole('heading', { name: ticket.title }).waitFor()
    await page.goBack()
    await rowOf(page, ticket).waitFor()
    await expect.poll(() => unread(page, ticket).count()).toBe(0)

    await say(at.mia, ticket, 'Neither does my colleague’s.')
    await unread(page, ticket).waitFor()
    const other = await open(at.bo.context, '/queue')
    await unread(other, ticket).waitFor()
    await other.close()

    await unread(page, ticket).click()
    await page.getByText('Neither does my colleague’s.').waitFor()
    await page.goto('/queue')
    await rowOf(page, ticket).waitFor()
    expect(await unread(page, ticket).count()).toBe(0)
    await say(at.ann, ticket, 'We are looking at it.')
    await rowOf(page, ticket)
      .getByText(/You answered/)
      .waitFor()
    expect(await unread(page, ticket).count()).toBe(0)
    await page.close()
  })

  test('a moderator filters by requester and by assignee, among what they may see', async () => {
    const mias = await world.fileTicket(at.mia, 'The keyboard sticks')
    const umas = await world.fileTicket(at.uma, 'The mouse drifts')
    const bos = await world.fileTicket(at.uma, 'The webcam is black')
    const pat = await world.makePerson(at.ines, 'Pat Hidden')
    const hidden = await world.fileTicket(pat, 'A secret of Pat’s')
    for (const { id } of [bos, hidden]) await world.api(at.bo).post(`/api/tickets/${id}/claim`)

    const page = await open(at.ann.context, '/queue')
    await page.getByRole('button', { name: 'Filters' }).click()
    const requester = page.getByRole('combobox', { name: 'Requester' })
    await requester.fill('pat')
    const offered = page.getByRole('listbox', { name: 'Requester' }).getByRole('option')
    await offered.filter({ hasText: 'Uma Patel' }).waitFor()
    expect(await offered.count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.getByText('Filed by Uma Patel').waitFor()
    await rowOf(page, umas).waitFor()
    for (const other of [mias, bos, hidden]) await expect.poll(() => rowOf(page, other).count()).toBe(0)

    await page.getByRole('button', { name: /Filed by Uma Patel/ }).click()
    await rowOf(page, mias).waitFor()
    const assignee = page.getByRole('combobox', { name: 'Assignee' })
    await assignee.fill('bo')
    await page.getByText('No matches').waitFor()
    await assignee.fill('')
    await page.getByRole('option', { name: 'Me', exact: true }).waitFor()
    await page.close()
  })

  test('a moderator has no list of all tickets', async () => {
    const page = await open(at.ann.context, '/all')
    await page.getByRole('heading', { name: 'My tickets', level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: 'All tickets' }).count()).toBe(0)
    await page.close()
  })
})

test('with DESK_MODERATORS_SEE_ALL, a moderator lists all tickets and filters them by any colleague', async () => {
  const world = await createConsoleWorld({ DESK_MODERATORS_SEE_ALL: '1' })
  try {
    const { ann, bo, mia, uma } = await people(world)
    const bos = await world.fileTicket(mia, 'The webcam is black')
    const free = await world.fileTicket(uma, 'The mouse drifts')
    await world.api(bo).post(`/api/tickets/${bos.id}/claim`)
    const page = await open(ann.context, '/queue')
    await page.getByRole('link', { name: 'All tickets' }).click()
    for (const ticket of [bos, free]) await rowOf(page, ticket).waitFor()
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('combobox', { name: 'Assignee' }).fill('chen')
    await page.getByRole('option', { name: 'Bo Chen' }).click()
    await page.getByText('Assigned to Bo Chen').waitFor()
    await rowOf(page, bos).waitFor()
    await expect.poll(() => rowOf(page, free).count()).toBe(0)
    await rowOf(page, bos).getByRole('link').click()
    await page.getByRole('button', { name: 'Reassign' }).waitFor()

    const hers = await open(mia.context, '/all')
    await hers.getByRole('heading', { name: 'My tickets', level: 1 }).waitFor()
  } finally {
    await world.close()
  }
})
