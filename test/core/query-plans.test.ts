import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { auditActions } from '../../core/audit/audit-entry.ts'
import { catalogId } from '../../core/catalog/catalog.ts'
import { createDesk } from '../../core/create-desk.ts'
import type { Desk } from '../../core/desk.ts'
import { createLiveStore } from '../../core/live/live-store.ts'
import { createLog } from '../../core/log.ts'
import type { Database } from '../../core/open-database.ts'
import { queues } from '../../core/outbox/entry.ts'
import type { Comment } from '../../core/tickets/comments/comment.ts'
import { searchKeysOf } from '../../core/users/search-keys.ts'
import type { User } from '../../core/users/user.ts'
import { catchUp } from '../support/catch-up.ts'
import { fileMany } from '../support/many-tickets.ts'
import { createPlanReader, listenedTo, noIndex, sorts } from '../support/query-plans.ts'
import { ann, commentOf, later } from '../support/ticket-fixture.ts'

const many = 4_000
const idOf = (number: number) => number.toString(16).padStart(24, '0')
const inAnHour = () => new Date(Date.now() + 3_600_000)
const numbers = Array.from({ length: many }, (_, index) => index)
const rows = <T extends object>(rowOf: (number: number) => T) =>
  numbers.map((number) => ({ _id: idOf(number), createdAt: later(number), ...rowOf(number) }))

/** Two in a hundred have pending entries. */
const debt = (number: number) => ({
  outbox: number % 50 ? [] : [{ id: `${idOf(number)}:1:0`, queue: 'mail', kind: 'x', at: later(number) }],
  attempts: 0,
  version: 1,
  ...(number % 50 ? {} : { nextAttemptAt: later(number) }),
})

const userRow = (number: number) => {
  const name = `Person ${number}`
  const email = `person.${number}@example.com`
  return {
    ...{ name, email, emailKey: email, searchKeys: searchKeysOf({ name, email }), emailVerified: true },
    ...{ role: number % 100 ? 'user' : number % 1_000 ? 'moderator' : 'admin', active: number % 7 > 0 },
    ...(number % 10 ? {} : { rankChangedAt: inAnHour() }),
    ...{ onDuty: number % 2 > 0, pending: [], skills: [], lastAssignedAt: null, capacity: 10 },
    ...(number % 3 ? {} : { slack: { team: 'T1', user: `U${number}` }, discord: String(number) }),
    ...(number % 40 === 1
      ? {
          merged: {
            into: idOf(number - 1),
            at: later(1),
            slack: { team: 'T1', user: `M${number}` },
            discord: `m${number}`,
          },
        }
      : {}),
    ...debt(number),
  }
}

/** Ten in a hundred have ended. */
const ended = (number: number) => (number % 10 === 5 ? { endedAt: inAnHour() } : {})

const whose = (number: number) => idOf(number % 500)

async function fill(database: Database) {
  await fileMany(database, many)
  const insert = (into: { collection: unknown }, documents: object[]) =>
    (into.collection as { insertMany: (rows: object[]) => Promise<unknown> }).insertMany(documents)
  await insert(database.users, rows(userRow))
  await insert(
    database.audit,
    rows((number) => ({
      ...{
        actor: { id: whose(number), name: 'A' },
        about: { kind: 'user', id: whose(number + 1), name: 'B' },
      },
      ...{ action: auditActions[number % auditActions.length], changes: [], note: null },
      from: { surface: 'web', address: null },
    })),
  )
  await insert(
    database.comments,
    rows((number) =>
      commentOf({
        ...{ _id: idOf(number), createdAt: later(number), ticket: whose(number) },
        author: { id: idOf(number % 300), name: 'A' },
        relayed: number % 2 ? { discord: String(number) } : {},
      }),
    ),
  )
  await insert(
    database.sessions,
    rows((number) => ({ user: whose(number), expiresAt: inAnHour(), agent: null, ...ended(number) })),
  )
  await insert(
    database.apiKeys,
    rows((number) => ({
      ...{ user: whose(number), hash: `hash ${number}`, expiresAt: inAnHour(), scopes: [] },
      ...ended(number),
    })),
  )
  await insert(
    database.links,
    rows((number) => ({ user: whose(number), purpose: 'reset', expiresAt: inAnHour() })),
  )
  await insert(
    database.scheduledNotifications,
    rows((number) => ({
      ...{ reason: 'digest', person: whose(number), ticket: null, items: [], ...debt(number) },
      ...(number % 3 ? {} : { dueAt: later(number) }),
    })),
  )
  await insert(
    database.deliveries,
    rows((number) => ({
      ...{ channel: number % 2 ? 'mail' : 'slack', about: 'resolved', to: whose(number) },
      ...{ ticket: whose(number), state: number % 100 ? 'sent' : 'held', startedAt: later(number) },
    })),
  )
}

let database: Database
let desk: Desk
let plansOf: ReturnType<typeof createPlanReader>
beforeAll(async () => {
  database = await listenedTo(inject('mongodb'))
  await fill(database)
  desk = await createDesk({
    ...{ database, enabledQueues: new Set(queues), jwtSecret: 'x'.repeat(48), relay: () => {} },
    ...{ log: createLog('silent'), now: () => later(many * 60) },
  })
  plansOf = createPlanReader(database)
})
afterAll(async () => {
  await desk.passwords.close()
  await database.connection.dropDatabase()
  await database.close()
})

const someone = idOf(7)
const after = { createdAt: later(many / 2), id: idOf(many / 2) }
const visibilities = ['public', 'internal'] as const
const limit = 51
type Work = [string, () => unknown]

const lists: Work[] = [
  ['accounts', () => desk.users.list({ limit })],
  ['accounts, further on', () => desk.users.list({ after, limit })],
  ['the audit log', () => desk.audit.list({ limit })],
  ['the audit log, further on', () => desk.audit.list({ after, limit })],
  ['what somebody did', () => desk.audit.list({ actor: someone, limit })],
  ['what somebody did, further on', () => desk.audit.list({ actor: someone, after, limit })],
  ['what was done to somebody', () => desk.audit.list({ about: someone, limit })],
  ['one kind of action', () => desk.audit.list({ action: 'signed-in', limit })],
  ['one kind of action, further on', () => desk.audit.list({ action: 'signed-in', after, limit })],
  ['the audit log of some days', () => desk.audit.list({ from: later(100), to: later(900), limit })],
  ['comments', () => desk.comments.list({ ticket: someone, visibilities, limit })],
  ['comments, further on', () => desk.comments.list({ ticket: someone, visibilities, after, limit })],
  ['sessions', () => desk.sessions.listOf(someone, new Date(), limit)],
  ['API keys', () => desk.apiKeys.listOf(someone, limit)],
  ['deliveries', () => desk.deliveries.list({ limit })],
  ['a person’s deliveries, further on', () => desk.deliveries.list({ person: someone, after, limit })],
]

test.each(lists)('a page is read in order along an index: %s', async (_name, work) => {
  const plans = await plansOf(work)
  expect(plans.length).toBeGreaterThan(0)
  for (const { command, stages } of plans) {
    expect(stages.length).toBeGreaterThan(0)
    expect({
      command,
      wrong: stages.filter((stage) => [...noIndex, ...sorts].includes(stage)),
    }).toMatchObject({
      wrong: [],
    })
    expect(command.limit).toBe(limit)
  }
})

const user = async () => (await desk.users.find(someone)) as User
const comment = async () => (await desk.comments.find(idOf(9))) as Comment
const trace = { at: later(1), by: { id: someone, name: 'A' }, body: 'Before' }
const entry = { id: 'x', queue: 'mail', kind: 'x', at: later(1) } as never

const others: Work[] = [
  ['an account', () => desk.users.find(someone)],
  ['accounts by ids', () => desk.users.findAll([someone, idOf(8)])],
  ['an account by address', () => desk.users.findPersonByEmail('Person.8@example.com')],
  ['an account by Slack', () => desk.users.findBySlack('T1', 'U9')],
  ['an account by a merged one’s Slack', () => desk.users.findBySlack('T1', 'M41')],
  ['an account by Discord', () => desk.users.findByDiscord('9')],
  ['an account by a merged one’s Discord', () => desk.users.findByDiscord('m41')],
  ['a search for accounts', () => desk.users.list({ search: 'person 39', limit })],
  ['a search for accounts, further on', () => desk.users.list({ search: 'person 39', after, limit })],
  ['moderators on duty', () => desk.users.moderatorsOnDuty()],
  ['staff', () => desk.users.activeStaff()],
  ['a search for staff', () => desk.users.activeStaff('person 39')],
  ['admins', () => desk.users.admins()],
  ['what became part of an account', () => desk.users.mergedInto(idOf(40))],
  ['another account that it is part of', () => desk.users.redirect(idOf(40), someone)],
  ['older handles', () => desk.users.dropOlderHandles(idOf(80), 'slack')],
  ['a change of an account', async () => desk.users.apply(await user(), { set: { name: 'Zoe' } }, later(9))],
  ['an assignment', () => desk.users.markAssigned(someone, later(9))],
  ['a comment that is there already', async () => desk.comments.insert(await comment())],
  ['a comment by its Discord message', () => desk.comments.findByMessage('discord', '9')],
  ['the tickets with a card in Slack', () => desk.tickets.inChat('slack')],
  ['the tickets with a thread on Discord', () => desk.tickets.inChat('discord')],
  ['a comment by its Slack message', () => desk.comments.findByMessage('slack', '9')],
  ['a comment by its time', () => desk.comments.findByTime(someone, later(7))],
  ['a mark on a comment', () => desk.comments.markRelayed(someone, 'slack', '1.2')],
  ['an edit', async () => desk.comments.edit(await comment(), { body: 'New', mentions: [], trace })],
  ['a deleted comment', async () => desk.comments.remove(await comment(), { at: later(1), by: trace.by })],
  ['comments handed over', () => desk.comments.reassign(idOf(9), { id: someone, name: 'A' })],
  ['comments of a ticket that is deleted', () => desk.comments.removeAll(idOf(9))],
  ['a session', () => desk.sessions.find(someone)],
  ['a use of a session', () => desk.sessions.noteUse(someone, later(1))],
  ['a session that ends', () => desk.sessions.end(idOf(11))],
  ['a device signed out', () => desk.sessions.endOf(idOf(12), idOf(12))],
  ['other devices signed out', () => desk.sessions.endOthers(idOf(13), idOf(13))],
  ['all devices signed out', () => desk.sessions.endAll(idOf(14))],
  ['those signed out that were there before', () => desk.sessions.endBefore(idOf(15), later(9), idOf(15))],
  ['an API key by its hash', () => desk.apiKeys.findByHash('hash 9')],
  ['a use of an API key', () => desk.apiKeys.noteUse(someone, later(1))],
  ['an API key revoked', () => desk.apiKeys.revokeOf(idOf(12), idOf(12))],
  ['all API keys of somebody', () => desk.apiKeys.revokeAllOf(idOf(13))],
  ['a link looked at', () => desk.links.peek('secret')],
  ['a link used', () => desk.links.redeem('secret', ['reset', 'invite'])],
  ['links of one purpose', () => desk.links.removeAll('reset', idOf(12))],
  ['links of nobody', () => desk.links.removeAll('setup', null)],
  ['all links of somebody', () => desk.links.removeAllOf(idOf(13))],
  ['a scheduled notification', () => desk.scheduledNotifications.find(someone)],
  [
    'an item of a digest',
    () => desk.scheduledNotifications.addTo(idOf(9), { entry, ticket: someone, at: later(1) }),
  ],
  ['a scheduled notification done', () => desk.scheduledNotifications.outbox.acknowledge(idOf(12), [])],
  ['what is held and due', () => desk.scheduledNotifications.outbox.due(later(1_000))],
  ['the lists', () => desk.catalog.load()],
  [
    'a change of the lists',
    async () => {
      const seen = await desk.catalog.load()
      await desk.catalog.apply(seen, {
        list: 'skills',
        entries: seen.skills,
        effects: [{ queue: 'maintenance', kind: 'rename' }],
      })
    },
  ],
  ['how far a renaming has come', () => desk.catalog.noteWalk(null)],
  ['tickets with names', () => desk.catalog.holders('tickets', someone, 500)],
  [
    'accounts with names',
    async () => desk.catalog.writeNames('users', await desk.catalog.holders('users', someone, 9)),
  ],
  ['a delivery', () => desk.deliveries.find(someone)],
  [
    'a delivery that begins',
    () => desk.deliveries.begin({ _id: someone, channel: 'mail', about: 'x', to: null, startedAt: later(1) }),
  ],
  ['a delivery sent', () => desk.deliveries.sent(someone, 'id', later(1))],
  ['deliveries dropped', () => desk.deliveries.dropped([idOf(100), idOf(200)], 'old', later(1))],
  [
    'the same news, refused',
    () =>
      desk.deliveries.refusedLike({
        ...{ _id: someone, ticket: someone, to: someone, channel: 'mail', about: 'resolved' },
        news: { at: later(1) },
      }),
  ],
  ['deliveries handed over', () => desk.deliveries.reassign(someone, idOf(7))],
  ['deliveries in a digest', () => desk.deliveries.sentInDigest([idOf(300)], 'id', later(1))],
  ['a number', () => desk.nextNumber()],
  ['a lease', () => desk.gateways.whileHolding('gateways', 'discord', async () => {})],
  ['a lease on an account', () => desk.users.outbox.leases.whileHolding(someone, 'mail', async () => {})],
  ['an attempt to sign in', () => desk.attempts.begin({ account: 'ann@example.com', address: '127.0.0.1' })],
  ['one that succeeded', () => desk.attempts.succeeded({ account: 'ann@example.com', address: '127.0.0.1' })],
  ['whom to listen no longer', () => createLiveStore(database).endingsSince(new Date(), 100)],
  ['tickets followed', () => catchUp(database, desk, () => later(many * 60))],
  ['words of a ticket removed', () => desk.texts.removeTicket(ann._id)],
  ...(['tickets', 'users', 'catalog', 'scheduledNotifications'] as const).flatMap((name): Work[] => {
    const outbox = () => desk[name].outbox
    const id = name === 'catalog' ? catalogId : someone
    return [
      [`pending entries of ${name} that are due`, () => outbox().due(later(1_000))],
      [`pending entries of ${name}`, () => outbox().backlog(later(1_000))],
      [
        `pending entries of one of the ${name}`,
        () => outbox().drain(id, 'mail', async () => ({ result: '' })),
      ],
      [`what one of the ${name} has settled`, () => outbox().acknowledge(id, [])],
      [
        `what ${name} were sent again`,
        async () => outbox().markSent(await outbox().due(later(1_000)), later(1_000)),
      ],
      [`all pending entries of ${name} made due`, () => outbox().makeAllDue(later(1_000))],
    ]
  }),
]

test.each(others)('no query without an index: %s', async (_name, work) => {
  const plans = await plansOf(work)
  expect(plans.length).toBeGreaterThan(0)
  for (const { command, stages } of plans) {
    expect({ command, stages: stages.length }).not.toMatchObject({ stages: 0 })
    expect({ command, without: stages.filter((stage) => noIndex.includes(stage)) }).toMatchObject({
      without: [],
    })
  }
})
