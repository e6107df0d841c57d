import { beforeAll, describe, expect, test } from 'vitest'
import { countFound } from '../../../core/search/count-found.ts'
import { type ListRequest, listTickets } from '../../../core/search/list-tickets.ts'
import { projectPerson } from '../../../core/search/project-person.ts'
import { createTextProjection } from '../../../core/search/project-texts.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { catchUp } from '../../support/catch-up.ts'
import { listDesk } from '../../support/list-desk.ts'
import {
  ann,
  bob,
  claimedBy,
  idLike,
  later,
  max,
  newTicketOf,
  resolvedBy,
  root,
} from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const stores = () => listDesk(database())

const mueller = { id: idLike('9'), name: 'Jürgen Müller' }
const rows = [
  { title: 'Printer on the second floor' },
  { title: 'Laptop screen is broken', ...claimedBy(max) },
  { title: 'Laptop is slow', requester: personOf(bob), ...resolvedBy(max) },
  { title: 'Zugang für die Straße fehlt', requester: mueller },
  { title: 'Принтер не печатает' },
  { title: 'HPプリンターが動きません' },
  { title: 'Ο εκτυπωτής χάλασε' },
  { title: 'Printing is slow', requester: personOf(bob) },
  { title: 'The zeppelni of another person', requester: personOf(bob) },
  { title: 'A zeppelin of my own', ...resolvedBy(max) },
] as const

beforeAll(async () => {
  const { tickets } = stores()
  for (const [index, row] of rows.entries())
    await tickets.insert(
      newTicketOf({
        _id: idLike((index + 1).toString(16)),
        number: index + 1,
        createdAt: later(index),
        description: 'Please see to it.',
        ...row,
      }),
    )
  await catchUp(database(), stores(), () => later(90_000))
})

const found = async (actor: Actor, q: string, more: Partial<ListRequest> = {}) => {
  const { tickets, corrected } = await listTickets(stores(), actor, { limit: 50, q, ...more })
  return { numbers: tickets.map(({ number }) => number), corrected }
}

describe('one typo in a word of four letters or more', () => {
  test.each<[string, Actor, string, number[], string | null]>([
    ['two letters swapped', ann, 'pritner', [1], 'printer'],
    ['two letters swapped at the start', ann, 'rpinter', [1], 'printer'],
    ['two letters swapped at the end', ann, 'printre', [1], 'printer'],
    ['a letter left out', ann, 'pinter', [1], 'printer'],
    ['the first letter left out', ann, 'rinter', [1], 'printer'],
    ['a letter too many', ann, 'prinnter', [1], 'printer'],
    ['another letter', ann, 'pronter', [1], 'printer'],
    ['another first letter', ann, 'brinter', [1], 'printer'],
    ['in the plural', ann, 'laptosp', [2], 'laptop'],
    ['a form of the word', bob, 'prinitng', [8], 'printing'],
    ['one in each word', ann, 'lpatop screne', [2], 'laptop screen'],
    ['one beside a right word', ann, 'laptop screne', [2], 'laptop screen'],
    ['in a name', root, 'Jurgn', [4], 'jurgen'],
    ['in the other name', root, 'Mullre', [4], 'muller'],
    ['a name spelt with ue', root, 'Mueller', [4], 'muller'],
    ['in the name of who has it', ann, 'Moee', [10, 2], 'moe'],
    ['in Cyrillic', root, 'прнтер', [5], 'принтер'],
    ['in Greek', root, 'εκτυποτης', [7], 'εκτυπωτης'],
    ['capitals', ann, 'PRITNER', [1], 'printer'],
    ['not two typos', ann, 'pirtnre', [], null],
    ['not in a word of three letters', ann, 'teh', [], null],
    ['not in a phrase', ann, '"pritner"', [], null],
    ['not in a number', ann, '12345', [], null],
    ['nothing that is not there', ann, 'submarine', [], null],
    ['without a word', ann, 'laptpo -slow', [2], 'laptop -slow'],
  ])('%s', async (_name, actor, q, numbers, corrected) => {
    expect(await found(actor, q)).toEqual({ numbers, corrected })
  })

  test.each<[string, Actor, string, number[]]>([
    ['the word as it is comes alone', root, 'zeppelin', [10]],
    ['so does a word that another has with a typo', bob, 'zeppelni', [9]],
    ['accents make no typo', root, 'fur strasse muller', [4]],
    ['nor do they where the text has none', ann, 'Prïntér', [1]],
    ['Japanese is found within a sentence', root, 'プリンター', [6]],
    ['and in half width', root, 'ﾌﾟﾘﾝﾀｰ', [6]],
    ['and with a Latin letter before it', root, 'hpプリンター', [6]],
    ['typographic quotes make a phrase', ann, '“second floor”', [1]],
    ['so do those of German', ann, '„floor second“', []],
    ['a quote that is not closed', ann, '"second floor', [1]],
    ['a quote at the end of a word', ann, 'printer"', [1]],
  ])('none: %s', async (_name, actor, q, numbers) => {
    expect(await found(actor, q)).toEqual({ numbers, corrected: null })
  })

  test('shows nothing of tickets that one may not see', async () => {
    expect(await found(ann, 'zepelin')).toEqual({ numbers: [10], corrected: 'zeppelin' })
    expect(await found(bob, 'zeppelinn')).toEqual({ numbers: [], corrected: null })
    expect(await found(max, 'mooe')).toMatchObject({ corrected: 'moe' })
  })

  test('is corrected in the same way for every status, as the counts say', async () => {
    expect(await found(ann, 'zeppelin', { status: ['open'] })).toEqual({ numbers: [], corrected: null })
    expect(await found(root, 'zeppelni', { status: ['resolved'] })).toEqual({ numbers: [], corrected: null })
    expect(await found(ann, 'zepelin', { status: ['resolved'] })).toEqual({
      numbers: [10],
      corrected: 'zeppelin',
    })
  })

  test.each<[string, Partial<ListRequest>, number[]]>([
    ['newest first', {}, [8, 3]],
    ['oldest first', { sort: 'oldest' }, [3, 8]],
    ['by status', { sort: 'status' }, [8, 3]],
    ['by requester', { sort: 'requester' }, [8, 3]],
  ])('gives the same in pages: %s', async (_name, request, expected) => {
    const q = 'sllow'
    const all = await found(root, q, request)
    const inPages: number[] = []
    let after: ListRequest['after']
    do {
      const page = await listTickets(stores(), root, { limit: 1, q, ...request, after })
      inPages.push(...page.tickets.map(({ number }) => number))
      after = page.next ?? undefined
    } while (after)
    expect(inPages).toEqual(all.numbers)
    expect(all.numbers).toEqual(expected)
  })
})

describe('the counts of a search', () => {
  const none = { open: 0, in_progress: 0, waiting: 0, resolved: 0, closed: 0 }
  test.each<[string, Actor, string, object]>([
    ['of a word', root, 'laptop', { in_progress: 1, resolved: 1 }],
    ['of a word with a typo', root, 'laptpo', { in_progress: 1, resolved: 1 }],
    ['of what one may see', ann, 'laptop', { in_progress: 1 }],
    ['of a number', ann, '#1', { open: 1 }],
    ['of a number of others', ann, '#3', {}],
    ['of a name', root, 'poe', { open: 2, resolved: 1 }],
    ['of nothing', root, 'submarine', {}],
  ])('are those of its list: %s', async (_name, actor, q, expected) => {
    expect(await countFound(stores(), actor, { q })).toEqual({
      counts: { ...none, ...expected },
      more: false,
    })
  })

  test('stay within the filters', async () => {
    const { counts } = await countFound(stores(), root, { q: 'laptop', status: ['resolved'] })
    expect(counts).toEqual({ ...none, resolved: 1 })
    expect((await countFound(stores(), max, { q: 'laptop', view: 'mine' })).counts).toEqual(none)
  })
})

test('a number is first in every order, and once', async () => {
  for (const sort of ['newest', 'oldest', 'status', 'requester'] as const)
    for (const limit of [1, 2, 50]) {
      const numbers: number[] = []
      let after: ListRequest['after']
      do {
        const page = await listTickets(stores(), root, { limit, q: '2', sort, after })
        expect(page.tickets.length).toBeLessThanOrEqual(limit)
        numbers.push(...page.tickets.map(({ number }) => number))
        after = page.next ?? undefined
      } while (after)
      expect(numbers).toEqual([2])
    }
})

test('a new name and a new address are found once the rename is followed', async () => {
  const users = database().users.collection
  await users.insertOne({ _id: bob._id, name: 'Robert Crane', email: 'crane@example.com' } as never)
  expect((await found(root, 'crane')).numbers).toEqual([])
  const { tickets, texts } = stores()
  await projectPerson(tickets, createTextProjection(database(), texts), bob._id)
  expect((await found(root, 'crane')).numbers).toEqual([9, 8, 3])
  await users.updateOne({ _id: bob._id } as object, {
    $set: { name: 'Robert Swan', email: 'swan@example.com' },
  })
  await projectPerson(tickets, createTextProjection(database(), texts), bob._id)
  expect((await found(root, 'crane')).numbers).toEqual([])
  expect((await found(root, 'swan@example.com')).numbers).toEqual([9, 8, 3])
})
