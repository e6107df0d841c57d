import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '../../../core/database/connect.ts'
import { headingKinds } from '../../../core/headings/heading.ts'
import { createLiveStore } from '../../../core/live/live-store.ts'
import { mostSorted } from '../../../core/tickets/list-reader.ts'
import { countTickets, type ListRequest, listTickets } from '../../../core/tickets/list-tickets.ts'
import type { Actor } from '../../../core/users/user.ts'
import { listDesk } from '../../support/list-desk.ts'
import { fileMany, personNumber } from '../../support/many-tickets.ts'
import { createPlanReader, listenedTo, noIndex, sorts } from '../../support/query-plans.ts'
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

/** A list of few tickets is sorted as a whole, when there are no more than `mostSorted`. */
const byHeading = headingKinds.flatMap((sort): [string, () => Promise<unknown>][] => [
  [`by ${sort}, to an admin`, list(root, { sort })],
  [`by ${sort}, to a moderator`, list(moderator, { sort })],
  [`by ${sort}, to a user`, list(requester, { sort })],
  [`by ${sort}, within a status`, list(root, { sort, status: ['closed'] })],
  [`by ${sort}, within dates`, list(root, { sort, from: later(60_000), to: later(600_000) })],
  [`by ${sort}, within few`, list(root, { sort, tag: 'tag 3' })],
])

test.each(byHeading)('a list is sorted along an index: %s', async (_name, work) => {
  const plans = await plansOf(work)
  expect(plans.length).toBeGreaterThan(1)
  for (const { stages, command } of plans) {
    expect(stages.length).toBeGreaterThan(0)
    expect({ command, without: stages.filter((stage) => noIndex.includes(stage)) }).toMatchObject({
      without: [],
    })
    expect({ command, without: stages.filter((stage) => sorts.includes(stage)) }).toMatchObject({
      without: [],
    })
    const { filter } = command as { filter?: { _id?: unknown } }
    if (!filter?._id) expect(command.limit).toBeLessThanOrEqual(mostSorted + 1)
  }
})

const others: [string, () => Promise<unknown>][] = [
  ['counts', () => countTickets(stores(), root, {})],
  ['counts of a moderator’s', () => countTickets(stores(), moderator, { tag: 'tag 3' })],
  ['a search for a rare word', list(root, { q: 'zeppelin' })],
  ['a search for a common word', list(moderator, { q: 'printer', status: ['closed'] })],
  ['a search that finds nothing', list(root, { q: 'nothing' })],
  ['loads', () => stores().tickets.loadsOf([moderator._id])],
  ['waiting to be assigned', () => stores().tickets.unassigned()],
  ['what is due', () => stores().tickets.outbox.due(now())],
  ['the backlog', () => stores().tickets.outbox.backlog(now())],
  ['by Slack thread', () => stores().tickets.findBySlackThread('D1', '1.2')],
  ['by Discord thread', () => stores().tickets.findByDiscordThread('77')],
  ['by number', () => stores().tickets.findByNumber(77)],
  ['what changed', () => createLiveStore(database).changedSince(later((many - 5) * 60), 50)],
  ['handing over', () => stores().tickets.handOver('a'.repeat(24), { id: 'b'.repeat(24), name: 'B' })],
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

test('a word that is neither rare nor common is found page by page, each ticket once and in order', async () => {
  const found: number[] = []
  let next: ListRequest['after']
  for (let page = 0; page < 6; page++) {
    const answer = await listTickets(stores(), root, { q: 'bluetooth', limit: 50, after: next })
    found.push(...answer.tickets.map(({ number }) => number))
    next = answer.next ?? undefined
  }
  const having = await database.tickets
    .find({ description: /bluetooth/, number: { $gte: found.at(-1) } }, { number: 1 })
    .sort({ number: -1 })
    .lean()
  expect(found.length).toBeGreaterThan(200)
  expect(found).toEqual(having.map(({ number }) => number))
}, 60_000)
