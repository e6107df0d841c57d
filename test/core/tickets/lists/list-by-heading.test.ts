import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Cursor } from '../../../../core/database/keyset.ts'
import {
  type Heading,
  type HeadingKind,
  headingKinds,
  headingOf,
  keyOf,
} from '../../../../core/headings/heading.ts'
import { listByHeading } from '../../../../core/tickets/lists/list-by-heading.ts'
import type { ListFilter } from '../../../../core/tickets/lists/list-plan.ts'
import { type ListReader, plainReader, readerOfWords } from '../../../../core/tickets/lists/list-reader.ts'
import { audienceKeysOf, audienceOf } from '../../../../core/tickets/permissions.ts'
import { statuses } from '../../../../core/tickets/ticket.ts'
import type { NewTicket } from '../../../../core/tickets/ticket-store.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { catchUp } from '../../../support/catch-up.ts'
import { listDesk } from '../../../support/list-desk.ts'
import { ann, bob, later, max, mia, newTicketOf, root } from '../../../support/ticket-fixture.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
const desk = () => listDesk(database())

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)
/** Two people of one name, names in other alphabets, and names that are easily taken for others. */
const people = ['Ann Lee', 'Ann Lee', 'Åsa', 'zoe', 'Zoe', '李雷', '😀', '\uff5e', 'a.b', 'none'].map(
  (name, index) => ({ id: idOf(`person ${index}`), name }),
)
const requesters = [...people, ann, bob].map((one) => ('id' in one ? one : { id: one._id, name: one.name }))
const tags = ['vpn', 'VPN', 'none', 'Äpfel', 'b.c', '😀', 'wifi', 'x'.repeat(40)]
const skills = ['C++', 'C#', 'Printers', 'printers']

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
    skills: [pick([null, ...skills], `skill ${index}`)].filter((skill) => skill !== null),
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
function expected(actor: Actor, kind: HeadingKind, fits: (row: NewTicket) => boolean): number[] {
  const sees = (row: NewTicket) => audienceOf(row).some((key) => audienceKeysOf(actor).includes(key))
  const place = (row: NewTicket) => {
    const heading = headingOf(row, kind)
    return heading ? [0, bytes(keyOf(heading.name)), bytes(heading._id)] : [1, '', '']
  }
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

async function walk(reader: ListReader, actor: Actor, filter: ListFilter, kind: HeadingKind, limit: number) {
  const numbers: number[] = []
  let after: Cursor | undefined
  for (let pages = 0; pages < 500; pages++) {
    const page = await listByHeading(desk(), reader, { actor, filter, kind, after, limit })
    expect(page.tickets.length).toBeLessThanOrEqual(limit)
    numbers.push(...page.tickets.map(({ number }) => number))
    if (!page.next) return numbers
    after = page.next
  }
  throw new Error('The list has no end.')
}

describe.each(headingKinds)('by %s', (kind) => {
  test.each(cases)(
    'each ticket comes once and in order, in pages of any size: %s',
    async (_name, actor, filter, fits, q) => {
      const whole = q ? readerOfWords(desk(), actor, q) : plainReader(desk())
      const headingByHeading = { ...whole, few: async () => null }
      const wanted = expected(actor, kind, fits)
      expect(wanted.length).toBeGreaterThan(2)
      for (const limit of [1, 7, 50]) {
        expect(await walk(whole, actor, filter, kind, limit)).toEqual(wanted)
        expect(await walk(headingByHeading, actor, filter, kind, limit)).toEqual(wanted)
      }
    },
    60_000,
  )
})

test('a cursor of the one way goes on in the other', async () => {
  const whole = plainReader(desk())
  const headingByHeading = { ...whole, few: async () => null }
  const list = { actor: max, filter: {}, kind: 'tag', limit: 3 } as const
  const wanted = expected(max, 'tag', () => true)
  const numbers: number[] = []
  let after: Cursor | undefined
  for (let pages = 0; pages === 0 || after; pages++) {
    const page = await listByHeading(desk(), pages % 2 ? whole : headingByHeading, { ...list, after })
    numbers.push(...page.tickets.map(({ number }) => number))
    after = page.next ?? undefined
  }
  expect(numbers).toEqual(wanted)
})

test('a page ends early after so many headings without a ticket, and the next one goes on', async () => {
  const empty = Array.from({ length: 250 }, (_, index): Heading => {
    const value = `${100 + index}`
    return { _id: `tag:${value}`, kind: 'tag', value, name: value, key: value }
  })
  await desk().headings.add(empty)
  const reader = plainReader(desk())
  const list = { actor: root, filter: {}, kind: 'tag', limit: 50 } as const
  const first = await listByHeading(desk(), reader, { ...list, after: undefined })
  expect(first.tickets).toEqual([])
  expect(first.next).not.toBeNull()
  expect(await walk(reader, root, {}, 'tag', 50)).toEqual(expected(root, 'tag', () => true))
  await database().headings.deleteMany({ _id: { $in: empty.map(({ _id }) => _id) } })
})
