import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createCheckpoint } from '../../../core/database/checkpoint-store.ts'
import { createLiveStore } from '../../../core/live/live-store.ts'
import type { Database } from '../../../core/open-database.ts'
import { type ListRequest, listTickets } from '../../../core/search/list-tickets.ts'
import { countTickets } from '../../../core/tickets/lists/count-tickets.ts'
import { maxSorted } from '../../../core/tickets/lists/person-pages.ts'
import { personKey, personSorts } from '../../../core/tickets/lists/sort-keys.ts'
import { createTicketProjector } from '../../../core/tickets/store/project-tickets.ts'
import type { Actor } from '../../../core/users/user.ts'
import { listDesk } from '../../support/list-desk.ts'
import { fileMany, personNumber } from '../../support/many-tickets.ts'
import { type Command, createPlanReader, listenedTo, noIndex, sorts } from '../../support/query-plans.ts'
import { later, root } from '../../support/ticket-fixture.ts'

const many = 20_000

let database: Database
let plansOf: ReturnType<typeof createPlanReader>
beforeAll(async () => {
  database = await listenedTo(inject('mongodb'))
  await fileMany(database, many)
  plansOf = createPlanReader(database)
}, 120_000)
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

const now = () => later(many * 60)
const stores = () => listDesk(database, now)
const requester = personNumber('requester', 3)
const moderator = personNumber('moderator', 3)

const list = (actor: Actor, request: Partial<ListRequest>) => () =>
  listTickets(stores(), actor, { limit: 50, ...request })
const after = { createdAt: later(many * 30), id: 'f'.repeat(24) }

const lists: [string, () => Promise<unknown>][] = [
  ['all', list(root, {})],
  ['all, further on', list(root, { after })],
  ['all, the oldest first', list(root, { sort: 'oldest' })],
  ['a moderator’s', list(moderator, {})],
  ['a moderator’s, further on', list(moderator, { after })],
  ['a user’s', list(requester, {})],
  ['the queue', list(moderator, { view: 'queue' })],
  ['statuses', list(root, { status: ['open', 'closed'] })],
  ['a status, further on', list(root, { status: ['closed'], after })],
  ['a priority', list(root, { priority: ['urgent'] })],
  ['a category', list(root, { category: 'Hardware' })],
  ['a skill', list(root, { skill: 'Skill 3' })],
  ['a tag', list(root, { tag: 'tag 3' })],
  ['an assignee', list(root, { assignee: moderator._id })],
  ['a requester', list(root, { requester: requester._id })],
  ['a source', list(root, { source: ['web'] })],
  ['dates', list(root, { from: later(60_000), to: later(120_000) })],
  ['dates within a tag', list(root, { tag: 'tag 3', from: later(60_000), to: later(120_000) })],
  ['filters of a moderator', list(moderator, { tag: 'tag 3', status: ['closed'], source: ['web'] })],
  ['by priority', list(root, { sort: 'priority' })],
  ['by priority within a category', list(root, { sort: 'priority', category: 'Hardware' })],
]

test.each(lists)('a page of 50 is read in order along an index: %s', async (_name, work) => {
  const plans = await plansOf(work)
  expect(plans.length).toBeGreaterThan(0)
  for (const { stages, command } of plans) {
    expect(stages.length).toBeGreaterThan(0)
    expect(stages.filter((stage) => noIndex.includes(stage))).toEqual([])
    expect(stages.filter((stage) => sorts.includes(stage))).toEqual([])
    expect(command.limit).toBeLessThanOrEqual(51)
  }
})

/** A list of few tickets is sorted as a whole, when there are no more than `maxSorted`. */
const byPerson = personSorts.flatMap((sort): [string, () => Promise<unknown>][] => [
  [`by ${sort}, to an admin`, list(root, { sort })],
  [`by ${sort}, further on`, list(root, { sort, after: { ...after, group: personKey(null) } })],
  [`by ${sort}, to a moderator`, list(moderator, { sort })],
  [`by ${sort}, to a user`, list(requester, { sort })],
  [`by ${sort}, within a status`, list(root, { sort, status: ['closed'] })],
  [`by ${sort}, within dates`, list(root, { sort, from: later(60_000), to: later(600_000) })],
  [`by ${sort}, within few`, list(root, { sort, tag: 'tag 3' })],
])

test.each(byPerson)('a list is sorted along an index: %s', async (_name, work) => {
  const plans = await plansOf(work)
  expect(plans.length).toBeGreaterThan(0)
  for (const { stages, command } of plans) {
    expect(stages.length).toBeGreaterThan(0)
    expect({ command, without: stages.filter((stage) => noIndex.includes(stage)) }).toMatchObject({
      without: [],
    })
    expect({ command, without: stages.filter((stage) => sorts.includes(stage)) }).toMatchObject({
      without: [],
    })
    const { filter } = command as { filter?: { _id?: unknown } }
    if (!filter?._id) expect(command.limit).toBeLessThanOrEqual(maxSorted + 1)
  }
})

const others: [string, () => Promise<unknown>][] = [
  ['counts', () => countTickets(stores(), root, {})],
  ['counts of a moderator’s', () => countTickets(stores(), moderator, { tag: 'tag 3' })],
  ['a search for a rare word', list(root, { q: 'zeppelin' })],
  ['a search for a common word', list(moderator, { q: 'printer', status: ['closed'] })],
  ['a search that finds nothing', list(root, { q: 'nothing' })],
  ['loads', () => stores().tickets.unresolvedOf([moderator._id])],
  ['waiting to be assigned', () => stores().tickets.unassigned(['a'.repeat(24)])],
  ['what is due', () => stores().tickets.outbox.due(now())],
  ['the backlog', () => stores().tickets.outbox.backlog(now())],
  ['by Slack thread', () => stores().tickets.findBySlackThread('D1', '1.2')],
  ['by Discord thread', () => stores().tickets.findByDiscordThread('77')],
  ['by number', () => stores().tickets.findByNumber(77)],
  ['when tickets were answered', () => stores().tickets.filedSince(later(many * 30))],
  ['who solves what', () => stores().tickets.solvedSince(later(many * 30))],
  ['duplicates', () => stores().tickets.duplicatesOf('a'.repeat(24))],
  ['what changed', () => createLiveStore(database).changedSince(later((many - 5) * 60), 50)],
  ['handing over', () => stores().tickets.reassign('a'.repeat(24), { id: 'b'.repeat(24), name: 'B' })],
]

test.each(others)(
  'no query without an index: %s',
  async (_name, work) => {
    const plans = await plansOf(work)
    expect(plans.length).toBeGreaterThan(0)
    for (const { stages, command } of plans)
      expect({ command, without: stages.filter((stage) => noIndex.includes(stage)) }).toMatchObject({
        without: [],
      })
  },
  60_000,
)

test.each<[string, () => Promise<unknown>]>([
  ['for clients that listen', () => createLiveStore(database).changedSince(later(60_000), 51)],
  [
    'for words, batch by batch',
    async () => {
      await createCheckpoint(database, 'followed tickets').save(later((many - 300) * 60).toISOString())
      await createTicketProjector(database, [async () => {}], now).catchUp()
    },
  ],
])('what changed is read in order, without sorting all of it: %s', async (_name, work) => {
  const plans = (await plansOf(work)).filter(({ command }) => command.find === 'tickets')
  expect(plans.length).toBeGreaterThan(0)
  for (const { stages, command } of plans) {
    expect(stages.filter((stage) => [...sorts, ...noIndex].includes(stage))).toEqual([])
    expect(command.limit).toBeLessThanOrEqual(51)
  }
})

test.each<[string, Partial<ListRequest>]>([
  ['the newest', { q: 'printer' }],
  ['further on', { q: 'bluetooth', after }],
  ['the oldest', { q: 'printer', sort: 'oldest', after }],
  ['between dates', { q: 'printer', from: later(60_000), to: later(120_000) }],
  ['up to where a request ends', { q: 'login -login' }],
])('a search reads all tickets in order, without sorting them: %s', async (_name, request) => {
  const plans = (await plansOf(list(root, request))).filter(({ command }) => isAlongTexts(command))
  expect(plans.length).toBeGreaterThan(0)
  for (const { stages } of plans)
    expect(stages.filter((stage) => [...sorts, ...noIndex].includes(stage))).toEqual([])
})

const isAlongTexts = ({ aggregate, find, hint }: Command) =>
  (aggregate ?? find) === 'searchTexts' && JSON.stringify(hint) === '{"createdAt":-1,"_id":-1}'

const both = { description: /bluetooth/, title: /printer/ }
const walks: [string, Actor, Partial<ListRequest>, Record<string, unknown>][] = [
  ['a rare word', root, { q: 'zeppelin' }, { description: /zeppelin/ }],
  ['a word in one of 20', root, { q: 'bluetooth' }, { description: /bluetooth/ }],
  ['words that are common, and seldom together', root, { q: 'bluetooth printer' }, both],
  ['the oldest first', root, { q: 'bluetooth printer', sort: 'oldest' }, both],
  ['within a filter', root, { q: 'bluetooth printer', tag: 'tag 3' }, { ...both, tags: 'tag 3' }],
  ['of a user', requester, { q: 'bluetooth printer' }, { ...both, 'requester.id': requester._id }],
  [
    'of a moderator',
    moderator,
    { q: 'bluetooth printer' },
    { ...both, $or: [{ status: 'open' }, { 'assignee.id': moderator._id }] },
  ],
  [
    'between dates',
    root,
    { q: 'bluetooth', from: later(600_000), to: later(900_000) },
    { description: /bluetooth/, createdAt: { $gte: later(600_000), $lt: later(900_000) } },
  ],
]

test.each(walks)(
  'a search finds each ticket once and in order, page by page: %s',
  async (_name, actor, request, having) => {
    const found: number[] = []
    let next: ListRequest['after']
    do {
      const page = await listTickets(stores(), actor, { limit: 70, ...request, after: next })
      found.push(...page.tickets.map(({ number }) => number))
      next = page.next ?? undefined
    } while (next)
    const all = await database.tickets.find(having, { number: 1 }).lean()
    const numbers = all.map(({ number }) => number).sort((one, other) => other - one)
    expect(numbers.length).toBeGreaterThan(10)
    expect(found).toEqual(request.sort === 'oldest' ? numbers.reverse() : numbers)
  },
  60_000,
)

test.each<[string, Partial<ListRequest>]>([
  ['all', {}],
  ['a tag', { tag: 'tag 3' }],
  ['closed', { status: ['closed'] }],
])('a search for what never occurs ends early, with where to go on: %s', async (_name, filter) => {
  const request = { q: 'login -login', limit: 50, ...filter }
  const { tickets, next } = await listTickets(stores(), root, request)
  expect(tickets).toEqual([])
  expect(next === null).toBe('tag' in filter)
  const plans = await plansOf(list(root, request))
  expect(plans.length).toBeLessThanOrEqual(14)
  for (const { command } of plans) expect(maxRead(command)).toBeLessThanOrEqual(3_000)
})

/** How many documents a command can have to look at, by what it says itself. */
function maxRead({ limit, skip, pipeline, filter }: Command): number {
  const ids = (filter as { _id?: { $in?: unknown[] } } | undefined)?._id?.$in?.length
  const stages = (pipeline ?? []) as { $limit?: number }[]
  const first = stages.find((stage) => stage.$limit)?.$limit
  return Number(ids ?? first ?? (limit ?? Number.NaN) + Number(skip ?? 0))
}
