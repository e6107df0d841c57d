import { beforeAll, describe, expect, test } from 'vitest'
import { lookAlikes } from '../../../../core/search/look-alikes.ts'
import { createTicketStore, type NewTicket } from '../../../../core/tickets/store/ticket-store.ts'
import { anyModerator, findSimilar, listSimilar } from '../../../../core/triage/similar/find-similar.ts'
import { createSimilarStore } from '../../../../core/triage/similar/similar-store.ts'
import { createTicketIndex } from '../../../../core/triage/similar/ticket-index.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { duplicateOf } from '../../../support/duplicate-fixture.ts'
import {
  ann,
  bob,
  claimedBy,
  idLike,
  later,
  max,
  mia,
  newTicketOf,
  resolvedBy,
  root,
} from '../../../support/ticket-fixture.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
const now = () => later(100)
const tickets = () => createTicketStore(database(), new Set(['triage']), now)
const index = () => createTicketIndex(createSimilarStore(database()), now)

/** All of them are about the same. */
const rows = [
  { requester: personOf(ann) },
  { requester: personOf(ann), ...resolvedBy(max) },
  { requester: personOf(bob), ...claimedBy(max) },
  { requester: personOf(bob), ...resolvedBy(mia), watchers: [personOf(ann)] },
  { requester: personOf(bob), deleted: true },
  { requester: personOf(ann), ...duplicateOf() },
] satisfies Partial<NewTicket>[]
const idOf = (number: number) => idLike(number.toString(16))

beforeAll(async () => {
  for (const [place, row] of rows.entries())
    await tickets().insert(
      newTicketOf({
        title: `Printer jams in the third floor ${place}`,
        description: 'Paper gets stuck each morning.',
        _id: idOf(place + 1),
        number: place + 1,
        createdAt: later(place),
        ...row,
      }),
    )
  await tickets().insert(
    newTicketOf({
      _id: idOf(9),
      number: 9,
      title: 'Printer jams in the third floor',
      description: 'Paper gets stuck each morning, too.',
      createdAt: later(20),
    }),
  )
})

const found = async (reader: Actor) =>
  (await listSimilar({ tickets: tickets(), similar: index() }, reader, idOf(9)))
    .map(({ ticket }) => ticket.number)
    .sort()

describe('tickets that are similar to one', () => {
  test.each<[string, Actor, number[]]>([
    ['an admin', root, [1, 2, 3, 4]],
    ['a moderator: their own and unclaimed ones', max, [1, 2, 3]],
    ['another moderator', mia, [1, 4]],
    ['a moderator where all see all', { ...mia, seesAll: true }, [1, 2, 3, 4]],
    ['the requester: only their own', ann, [1, 2]],
  ])('for %s', async (_, reader, numbers) => expect(await found(reader)).toEqual(numbers))

  test('not for people who may not see the ticket itself', async () => {
    await expect(found(bob)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('for a thread that all moderators read: those that each of them may see', async () => {
    const like = newTicketOf({ _id: idOf(9), title: 'Printer jams in the third floor', number: 9 })
    const numbers = async (moderatorsSeeAll: boolean) =>
      (await findSimilar({ similar: index() }, anyModerator({ moderatorsSeeAll }), like)).map(
        ({ ticket }) => ticket.number,
      )
    expect(await numbers(false)).toEqual([1])
    expect((await numbers(true)).sort()).toEqual([1, 2, 3, 4])
  })

  test('an earlier one that is not resolved may be its original', async () => {
    const similar = await listSimilar({ tickets: tickets(), similar: index() }, root, idOf(9))
    const likely = similar.filter(({ isLikelyDuplicate }) => isLikelyDuplicate)
    expect(likely.map(({ ticket }) => ticket.number).sort()).toEqual([1, 3])
    const first = await listSimilar({ tickets: tickets(), similar: index() }, root, idOf(1))
    expect(first.filter(({ isLikelyDuplicate }) => isLikelyDuplicate)).toEqual([])
  })

  test('not one whose title or description names another thing', async () => {
    const title = 'Printer jams in the third floor'
    const likely = async (words: { title: string; description: string }) =>
      (await findSimilar({ similar: index() }, root, words))
        .filter(({ isLikelyDuplicate }) => isLikelyDuplicate)
        .map(({ ticket }) => ticket.number)
    expect(await likely({ title, description: 'Paper gets stuck.' })).toContain(1)
    expect(await likely({ title: `${title} 7`, description: 'Paper gets stuck each morning.' })).toEqual([9])
    expect(await likely({ title, description: 'Toner is empty again.' })).toEqual([])
  })

  test('look-alikes are the requester’s own unresolved ones, also of words that are no ticket yet', async () => {
    const alike = await lookAlikes({ similar: index() }, ann, { title: 'printer jams' })
    expect(alike.map(({ number }) => number).sort()).toEqual([1, 9])
    expect(await lookAlikes({ similar: index() }, ann, { title: 'New laptop for Kim' })).toEqual([])
  })
})

describe('the index', () => {
  test('follows changes, and forgets what a ticket said before and deleted tickets', async () => {
    const kept = index()
    const best = async (title: string) => (await kept.find({ title, description: '' }, { limit: 1 }))[0]?.id
    expect(await best('printer third floor')).toBeDefined()
    const store = tickets()
    const ticket = await store.find(idOf(9))
    if (!ticket) throw new Error('There is no #9.')
    const change = (set: object) => ({ set, history: [], effects: [] })
    const renamed = await store.apply(
      ticket,
      change({ title: 'Coffee machine', description: 'Leaks.' }),
      later(101),
    )
    expect(await best('coffee machine')).toBe(idOf(9))
    if (renamed) await store.apply(renamed, change({ deleted: true }), later(102))
    expect(await best('coffee machine')).toBeUndefined()
  })
})
