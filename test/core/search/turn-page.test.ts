import { beforeAll, expect, test } from 'vitest'
import type { ListRequest } from '../../../core/search/list-tickets.ts'
import { type PageTurn, turnPage } from '../../../core/search/turn-page.ts'
import { priorities } from '../../../core/tickets/ticket-values.ts'
import { catchUp } from '../../support/catch-up.ts'
import { listDesk } from '../../support/list-desk.ts'
import { ann, idLike, later, max, newTicketOf, root } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const stores = () => listDesk(database())
const filed = 23

beforeAll(async () => {
  const { tickets } = stores()
  for (let number = 1; number <= filed; number++)
    await tickets.insert(
      newTicketOf({
        ...{ _id: idLike(String(number)), number, title: `Printer ${number}` },
        // some of them in the same instant
        createdAt: later(Math.floor(number / 3)),
        priority: priorities[number % priorities.length] ?? 'low',
      }),
    )
  await catchUp(database(), stores(), () => later(90_000))
})

const read = async (actor: typeof max, request: Partial<ListRequest>, turn: PageTurn = {}) => {
  const { view, q, status } = request
  const page = await turnPage(stores(), actor, { view, q, status, ...turn, limit: 4 })
  return { ...page, numbers: page.tickets.map(({ number }) => number) }
}

test.each<[string, typeof max, Partial<ListRequest>]>([
  ['all that an admin sees', root, {}],
  ['the queue, the most urgent first', max, { view: 'queue' }],
  ['what a requester filed', ann, { view: 'mine' }],
  ['what has the words', root, { q: 'printer' }],
  ['what has words with a typo', root, { q: 'printor' }],
])('pages of %s are the same on the way back', async (_what, actor, request) => {
  const pages: number[][] = []
  let page = await read(actor, request)
  expect(page.previous).toBeNull()
  for (; page.next; page = await read(actor, request, { after: page.next })) pages.push(page.numbers)
  expect([...pages.flat(), ...page.numbers]).toHaveLength(filed)
  for (const earlier of pages.toReversed()) {
    page = await read(actor, request, { before: page.previous ?? undefined })
    expect(page.numbers).toEqual(earlier)
  }
  expect(page.previous).toBeNull()
  expect((await read(actor, request, { after: page.next ?? undefined })).numbers).toEqual(pages[1])
})

test('a page whose tickets have left the list still leads back', async () => {
  const after = { createdAt: new Date(0), id: '1'.repeat(24) }
  const empty = await read(root, {}, { after })
  expect(empty).toMatchObject({ numbers: [], next: null })
  const last = await read(root, {}, { before: empty.previous ?? undefined })
  expect(last.numbers).toEqual([4, 3, 2, 1])
})

test('a page that begins within the first one is the first one', async () => {
  const { tickets } = await read(root, {})
  const { createdAt = new Date(0), _id: id = '' } = tickets[2] ?? {}
  const page = await read(root, {}, { before: { createdAt, id } })
  expect(page).toMatchObject({ numbers: [23, 22, 21, 20], previous: null })
})
