import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ListRequest, listTickets } from '../../../core/search/list-tickets.ts'
import { createCommentStore } from '../../../core/tickets/comments/comment-store.ts'
import { countTickets } from '../../../core/tickets/lists/count-tickets.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { catchUp } from '../../support/catch-up.ts'
import { listDesk } from '../../support/list-desk.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  commentOf,
  idLike,
  later,
  max,
  mia,
  newTicketOf,
  resolvedBy,
  root,
} from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
const stores = () => listDesk(database())

const rows = [
  { title: 'Printer burns', priority: 'high', category: 'Hardware', skills: ['Printers'], tags: ['floor 2'] },
  { title: 'VPN is slow', ...claimedBy(max), priority: 'low', category: 'Network', source: 'web' },
  { title: 'A second printer', requester: personOf(bob), createdAt: later(2), priority: 'urgent' },
  { title: 'No mail', requester: personOf(bob), ...claimedBy(mia), skills: ['C++'], createdAt: later(3) },
  { title: 'Paper jam', ...resolvedBy(max), createdAt: later(4), priority: 'low', category: 'Hardware' },
  { title: 'Deleted printer', deleted: true, createdAt: later(5) },
  {
    title: 'New laptop',
    ...assignedTo(max),
    requester: personOf(mia),
    createdAt: later(86_400),
    tags: ['buy'],
  },
] as const

beforeAll(async () => {
  const { tickets } = stores()
  for (const [index, row] of rows.entries())
    await tickets.insert(
      newTicketOf({
        _id: idLike(String(index + 1)),
        number: index + 1,
        createdAt: later(index === 1 ? 2 : 1),
        description: index === 3 ? 'Please help, 5 times.' : 'Please help.',
        ...row,
        skills: 'skills' in row ? [...row.skills] : [],
        tags: 'tags' in row ? [...row.tags] : [],
      }),
    )
  await database().users.collection.insertMany([
    { ...account(bob), name: 'Bobby Poe' },
    { ...account(max) },
    { ...account(ann), name: 'Ágnès Lee' },
  ] as never[])
  const comments = createCommentStore(database())
  const say = (ticket: number, body: string, visibility: 'public' | 'internal' = 'public') =>
    comments.insert(
      commentOf({ _id: randomBytes(12).toString('hex'), ticket: idLike(String(ticket)), body, visibility }),
    )
  await say(2, 'The tunnel drops.')
  await say(2, 'They broke the zeppelin.', 'internal')
  await catchUp(database(), stores(), () => later(90_000))
})

const account = ({ _id, name }: Actor) => ({
  _id,
  name,
  email: `${name.replace(' ', '.')}@Example.com`,
})

const numbers = async (actor: Actor, request: Partial<ListRequest>) =>
  (await listTickets(stores(), actor, { limit: 50, ...request })).tickets.map(({ number }) => number)

describe('a list shows', () => {
  test.each<[string, Actor, Partial<ListRequest>, number[]]>([
    ['everything to admins, newest first', root, {}, [7, 5, 4, 3, 2, 1]],
    ['a user their own', ann, {}, [5, 2, 1]],
    ['a moderator what is theirs and the unclaimed', max, {}, [7, 5, 3, 2, 1]],
    ['the oldest first', root, { sort: 'oldest' }, [1, 2, 3, 4, 5, 7]],
    ['one status', root, { status: ['open'] }, [7, 3, 1]],
    ['two statuses', root, { status: ['open', 'resolved'] }, [7, 5, 3, 1]],
    ['what a requester filed', root, { requester: bob._id }, [4, 3]],
    ['of another’s tickets only what one may see', max, { requester: bob._id }, [3]],
    ['nothing of another’s to a user', ann, { requester: bob._id }, []],
    ['what an assignee has', root, { assignee: max._id }, [7, 5, 2]],
    ['what nobody has', root, { assignee: 'none' }, [3, 1]],
    ['a priority', root, { priority: ['low'] }, [5, 2]],
    ['priorities and none', root, { priority: ['urgent', 'none'] }, [7, 4, 3]],
    ['a category', root, { category: 'Hardware' }, [5, 1]],
    ['a skill, exactly', root, { skill: 'C++' }, [4]],
    ['no skill that only begins so', root, { skill: 'C' }, []],
    ['a tag', root, { tag: 'floor 2' }, [1]],
    ['a source', root, { source: ['web'] }, [2]],
    ['from a moment on', root, { from: later(3) }, [7, 5, 4]],
    ['before a moment', root, { to: later(3) }, [3, 2, 1]],
    ['dates within a filter', root, { tag: 'buy', from: later(3), to: later(90_000) }, [7]],
    ['dates to a moderator', max, { from: later(2), to: later(5) }, [5, 3, 2]],
    ['several filters at once', root, { category: 'Hardware', status: ['open'], priority: ['high'] }, [1]],
    ['mine', mia, { view: 'mine' }, [7]],
    ['what is assigned to me', max, { view: 'assigned' }, [7, 5, 2]],
    ['the queue, the most urgent first', max, { view: 'queue' }, [3, 1, 7]],
    ['the queue as one asks for it', max, { view: 'queue', sort: 'newest' }, [7, 3, 1]],
    ['the most urgent first, and the oldest of these', root, { sort: 'queue' }, [3, 1, 2, 5, 4, 7]],
    ['the queue to an admin', root, { view: 'queue' }, [3, 1, 7]],
    ['a moderator only their own of those that somebody has claimed', max, { status: ['in_progress'] }, [2]],
    ['in a user’s queue only their own', bob, { view: 'queue' }, [3]],
    ['the most urgent first', root, { sort: 'priority' }, [3, 1, 5, 2, 7, 4]],
    ['the most urgent first of those in a status', root, { sort: 'priority', status: ['open'] }, [3, 1, 7]],
    [
      'by status, within a filter on it',
      root,
      { sort: 'status', status: ['resolved', 'open'] },
      [7, 3, 1, 5],
    ],
    ['by category, those without one last', root, { sort: 'category' }, [5, 1, 2, 7, 4, 3]],
    ['a category by its former name', root, { category: 'Wires' }, [2]],
    ['by source', root, { sort: 'source' }, [7, 5, 4, 3, 1, 2]],
    ['by assignee, those that nobody has last', root, { sort: 'assignee' }, [7, 5, 2, 4, 3, 1]],
    ['by requester', root, { sort: 'requester' }, [5, 2, 1, 4, 3, 7]],
    ['by requester to a moderator', max, { sort: 'requester' }, [5, 2, 1, 3, 7]],
    ['by assignee to a user', ann, { sort: 'assignee' }, [5, 2, 1]],
    ['by one assignee', root, { sort: 'assignee', assignee: max._id }, [7, 5, 2]],
  ])('%s', async (_name, actor, request, expected) => {
    expect(await numbers(actor, request)).toEqual(expected)
  })

  test.each<[string, Actor, Partial<ListRequest>]>([
    ['newest first', root, {}],
    ['oldest first', root, { sort: 'oldest' }],
    ['a moderator’s two kinds', max, {}],
    ['by priority', root, { sort: 'priority' }],
    ['the queue', max, { view: 'queue' }],
    ['as in the queue', root, { sort: 'queue' }],
    ['as in the queue, with words', root, { sort: 'queue', q: 'help' }],
    ['by category', root, { sort: 'category' }],
    ['by assignee', root, { sort: 'assignee' }],
    ['by requester', root, { sort: 'requester' }],
    ['by assignee to a moderator', max, { sort: 'assignee' }],
    ['by requester, with words', root, { sort: 'requester', q: 'help' }],
    ['two statuses', root, { status: ['open', 'resolved'] }],
    ['a search', root, { q: 'help' }],
  ])('the same in pages as at once: %s', async (_name, actor, request) => {
    for (const limit of [1, 2, 3]) {
      const paged: number[] = []
      let after: ListRequest['after']
      do {
        const page = await listTickets(stores(), actor, { ...request, after, limit })
        expect(page.tickets.length).toBeLessThanOrEqual(limit)
        paged.push(...page.tickets.map(({ number }) => number))
        after = page.next ?? undefined
      } while (after)
      expect(paged).toEqual(await numbers(actor, request))
    }
  })

  test('no long fields', async () => {
    const { tickets } = await listTickets(stores(), root, { limit: 1 })
    for (const field of ['history', 'outbox', 'description', 'facets', 'notes'])
      expect(tickets[0]).not.toHaveProperty(field)
  })
})

describe('a search finds', () => {
  test.each<[string, Actor, string, number[]]>([
    ['a word in titles', root, 'printer', [3, 1]],
    ['its plural, and any case', root, 'PRINTERS', [3, 1]],
    ['a word in a comment', ann, 'tunnel', [2]],
    ['all words, wherever each is', root, 'vpn tunnel', [2]],
    ['nothing when one is missing', root, 'vpn printer', []],
    ['a phrase', root, '"second printer"', [3]],
    ['no phrase the other way round', root, '"printer second"', []],
    ['what lacks a word', root, 'printer -second', [1]],
    ['short words too', root, 'no', [4]],
    ['an internal note, for staff', max, 'zeppelin', [2]],
    ['no internal note for its requester', ann, 'zeppelin', []],
    ['only what one may see', ann, 'printer', [1]],
    ['what lacks a word even in its notes', root, 'vpn -zeppelin', []],
    ['what lacks a word that only notes have', ann, 'vpn -zeppelin', [2]],
    ['a word of a comment beside one of the title', max, 'vpn tunnel zeppelin', [2]],
    ['a phrase in a comment', ann, '"the tunnel drops"', [2]],
    ['words that text indexes leave out', root, 'please the', [2]],
    ['the beginning of a word', root, 'prin', [3, 1]],
    ['nothing deleted', root, 'deleted', []],
    ['what lacks a word, of all', ann, '-printer', [5, 2]],
    ['signs where there is no word', root, '+++', []],
    ['such signs as they are', ann, '.', [5, 2, 1]],
    ['the first ten words only', ann, `vpn ${'help '.repeat(9)}nowhere`, [2]],
    ['a word beside a zero byte', root, 'tunnel\0', [2]],
    ['no operators', root, '{"$ne":1}', []],
    ['no expressions', root, 'prin.er', []],
  ])('%s', async (_name, actor, q, expected) => {
    expect(await numbers(actor, { q })).toEqual(expected)
  })

  test.each<[string, Actor, string, number[]]>([
    ['a ticket by its number', root, '#2', [2]],
    ['a ticket by its number without the sign', root, '3', [3]],
    ['a ticket by its number first, before texts that have it', root, '5', [5, 4]],
    ['a ticket by its number and a word', root, '#1 printer', [1]],
    ['no ticket by the beginning of its number', root, '1234', []],
    ['no ticket of others by its number', ann, '#3', []],
    ['no deleted ticket by its number', root, '#6', []],
    ['the requester’s name', root, 'poe', [4, 3]],
    ['the requester’s whole name, in any order', root, 'Poe Bob', [4, 3]],
    ['a name and a word', root, 'poe printer', [3]],
    ['the assignee’s name', root, 'Fox', [7, 4]],
    ['the assignee’s name, for its requester', ann, 'moe', [5, 2]],
    ['no ticket of others by a name', ann, 'poe', []],
    ['a name that people took later', root, 'Bobby', [4, 3]],
    ['a name without its accents', root, 'Agnes', [5, 2, 1]],
    ['an address, to an admin', root, 'bob.poe@example.com', [4, 3]],
    ['the beginning of an address, to an admin', root, 'bob.p', [4, 3]],
    ['an address, to a moderator', max, 'Bob.Poe@Example.com', [3]],
    ['no part of an address, to a moderator', max, 'bob.po', []],
    ['no address but for one letter, to a moderator', max, 'bob.poe@example.co', []],
    ['an address that holds signs of patterns, to a moderator', max, 'bob.p.e@example.com', []],
    ['one’s own address', bob, 'bob.poe@example.com', [4, 3]],
    ['no address of others', ann, 'max.moe@example.com', []],
    ['what lacks a name', root, 'printer -poe', [1]],
  ])('%s', async (_name, actor, q, expected) => {
    expect(await numbers(actor, { q })).toEqual(expected)
  })

  test('within filters and sorts', async () => {
    expect(await numbers(root, { q: 'help', status: ['open'], sort: 'priority' })).toEqual([3, 1, 7])
  })
})

test('counts each status within what one may see', async () => {
  const none = { open: 0, in_progress: 0, waiting: 0, resolved: 0, closed: 0 }
  const desk = stores()
  expect(await countTickets(desk, root, {})).toEqual({ ...none, open: 3, in_progress: 2, resolved: 1 })
  expect(await countTickets(desk, max, {})).toEqual({ ...none, open: 3, in_progress: 1, resolved: 1 })
  expect(await countTickets(desk, ann, { category: 'Hardware' })).toEqual({
    ...none,
    open: 1,
    resolved: 1,
  })
  expect(await countTickets(desk, max, { view: 'queue' })).toEqual({ ...none, open: 3 })
})
