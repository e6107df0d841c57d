import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Cursor } from '../../../core/database/keyset.ts'
import { rawCollection } from '../../../core/database/raw-collection.ts'
import { type ListRequest, listTickets } from '../../../core/search/list-tickets.ts'
import { cursorAfter, type PlacedTicket } from '../../../core/tickets/lists/list-page.ts'
import { type ListFilter, planList } from '../../../core/tickets/lists/list-plan.ts'
import { createPersonPages } from '../../../core/tickets/lists/person-pages.ts'
import { resortTickets } from '../../../core/tickets/lists/resort-tickets.ts'
import { type PersonSort, personKey, personSorts } from '../../../core/tickets/lists/sort-keys.ts'
import { audienceKeysOf, audienceOf } from '../../../core/tickets/permissions.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { statuses } from '../../../core/tickets/ticket-values.ts'
import type { Actor } from '../../../core/users/user.ts'
import { catchUp } from '../../support/catch-up.ts'
import { listDesk } from '../../support/list-desk.ts'
import { ann, bob, later, max, mia, newTicketOf, root } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const desk = () => listDesk(database())

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)
/** Two people of one name, names in other alphabets, and names that are easily taken for others. */
const people = ['Ann Lee', 'Ann Lee', 'Åsa', 'zoe', 'Zoe', '李雷', '😀', '\uff5e', 'a.b', 'none'].map(
  (name, index) => ({ id: idOf(`person ${index}`), name }),
)
const requesters = [...people, ann, bob].map((one) => ('id' in one ? one : { id: one._id, name: one.name }))
const tags = ['vpn', 'wifi']

const pick = <T>(list: readonly T[], text: string): T =>
  list[createHash('sha256').update(text).digest().readUInt32BE() % list.length] as T

const rows: NewTicket[] = Array.from({ length: 48 }, (_, index) => {
  const staff = pick([max, mia, null], `staff ${index}`)
  return newTicketOf({
    _id: idOf(`ticket ${index}`),
    number: index + 1,
    title: index % 3 ? 'The printer burns' : 'The screen is dark',
    requester: pick(requesters, `requester ${index}`),
    assignee: staff && { id: staff._id, name: staff.name },
    status: staff ? pick(statuses, `status ${index}`) : 'open',
    tags: [pick([null, ...tags], `tag ${index}`), pick([null, ...tags], `other ${index}`)].filter(
      (tag) => tag !== null,
    ),
    deleted: index === 7,
    // Several of one moment: their ids tell them apart.
    createdAt: later(Math.floor(index / 4) * 60),
  })
})

beforeAll(async () => {
  for (const row of rows) await desk().tickets.insert(row)
  await catchUp(database(), desk(), () => later(10_000))
})

const bytes = (text: string) => Buffer.from(text).toString('hex')

/** The plain way: everything that fits, in memory. */
function expected(actor: Actor, sort: PersonSort, fits: (row: NewTicket) => boolean): number[] {
  const sees = (row: NewTicket) => audienceOf(row).some((key) => audienceKeysOf(actor).includes(key))
  const place = (row: NewTicket) => [bytes(personKey(row[sort]))]
  return rows
    .filter((row) => sees(row) && fits(row))
    .map((row) => ({ row, at: [...place(row), -row.createdAt.getTime()] }))
    .toSorted(({ row, at }, other) => {
      const differing = at.findIndex((part, index) => part !== other.at[index])
      if (differing < 0) return row._id < other.row._id ? 1 : -1
      return (at[differing] as string) < (other.at[differing] as string) ? -1 : 1
    })
    .map(({ row }) => row.number)
}

type Case = [string, Actor, ListFilter, (row: NewTicket) => boolean, string?]
const cases: Case[] = [
  ['all', root, {}, () => true],
  ['within statuses', root, { status: ['open', 'closed'] }, ({ status }) => /open|closed/.test(status)],
  ['within a tag', root, { tag: 'vpn' }, ({ tags }) => tags.includes('vpn')],
  [
    'within dates',
    root,
    { from: later(120), to: later(480) },
    ({ createdAt }) => createdAt >= later(120) && createdAt < later(480),
  ],
  ['a moderator’s', max, {}, () => true],
  ['a moderator’s, within a status', max, { status: ['open'] }, ({ status }) => status === 'open'],
  ['a user’s', ann, {}, () => true],
  ['with a word', root, {}, ({ title }) => title.includes('printer'), 'printer'],
  ['a moderator’s with a word', max, {}, ({ title }) => title.includes('printer'), 'printer'],
]

async function walk(actor: Actor, request: Omit<ListRequest, 'after'>) {
  const numbers: number[] = []
  let after: Cursor | undefined
  for (let pages = 0; pages < 500; pages++) {
    const page = await listTickets(desk(), actor, { ...request, after })
    expect(page.tickets.length).toBeLessThanOrEqual(request.limit)
    numbers.push(...page.tickets.map(({ number }) => number))
    if (!page.next) return numbers
    after = page.next
  }
  throw new Error('The list has no end.')
}

describe.each(personSorts)('by %s', (sort) => {
  test.each(cases)(
    'each ticket comes once and in order, in pages of any size: %s',
    async (_name, actor, filter, fits, q) => {
      const wanted = expected(actor, sort, fits)
      expect(wanted.length).toBeGreaterThan(2)
      for (const limit of [1, 7, 50]) expect(await walk(actor, { ...filter, q, sort, limit })).toEqual(wanted)
    },
    60_000,
  )

  test.each(cases.filter(([, , , , q]) => !q))(
    'the same along the index and sorted in memory: %s',
    async (_name, actor, filter, fits) => {
      const byPerson = createPersonPages(rawCollection(database().tickets), 0)
      const plan = planList(actor, filter)
      const wanted = expected(actor, sort, fits)
      for (const limit of [1, 7, 50]) {
        const ids: string[] = []
        for (let after: Cursor | undefined, rows = [{}] as PlacedTicket[]; rows.length > 0; ) {
          rows = await byPerson(plan, { sort, after, limit })
          ids.push(...rows.map(({ _id }) => _id))
          const last = rows.at(-1)
          after = last && cursorAfter(last, sort)
        }
        expect(ids).toEqual(wanted.map((number) => idOf(`ticket ${number - 1}`)))
      }
    },
    60_000,
  )
})

test('a renamed person’s tickets move as a whole', async () => {
  const [first] = people
  if (!first) throw new Error('Nobody')
  const theirs = rows.filter(({ requester, deleted }) => requester.id === first.id && !deleted)
  expect(theirs.length).toBeGreaterThan(1)
  await desk().users.insert({ _id: first.id, email: null, name: '\u{10fffd} last' }, later(0))
  await resortTickets(desk(), first.id)
  const shown = await walk(root, { sort: 'requester', limit: 7 })
  expect(shown.slice(-theirs.length).toSorted()).toEqual(theirs.map(({ number }) => number).toSorted())
})
