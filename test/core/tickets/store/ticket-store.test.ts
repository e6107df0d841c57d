import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../../core/tickets/change.ts'
import { createTicketStore, type TicketStore } from '../../../../core/tickets/store/ticket-store.ts'
import { ticketSchema } from '../../../../core/tickets/ticket.ts'
import { personOf } from '../../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  idLike,
  later,
  max,
  mia,
  monday,
  newTicketOf,
  resolvedBy,
} from '../../../support/ticket-fixture.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
beforeAll(async () => {
  tickets = createTicketStore(database(), new Set(['triage', 'slack', 'mail']), () => monday)
})
beforeEach(async () => {
  await database().tickets.deleteMany({})
})

const id = idLike('1')
const change = (more: Partial<Change> = {}): Change => ({ set: {}, history: [], effects: [], ...more })
const noted: Change['history'][number] = { by: personOf(max), surface: 'api', action: 'noted' }

describe('inserting', () => {
  test('stores what the schema says, with its audience', async () => {
    const { ticket, created } = await tickets.insert(newTicketOf())
    const stored = await tickets.find(id)
    expect(created).toBe(true)
    expect(stored).toEqual(ticket)
    expect(ticketSchema.strict().parse(stored)).toEqual(stored)
    expect(stored).toMatchObject({
      audience: [ann._id, 'moderators', 'admins'],
      version: 1,
      updatedAt: monday,
    })
  })

  test('stores the entries, in the queues that this desk serves', async () => {
    await tickets.insert(
      newTicketOf({
        effects: [
          { queue: 'triage', kind: 'triage' },
          { queue: 'discord', kind: 'card' },
          { queue: 'slack', kind: 'card' },
        ],
      }),
    )
    expect(await tickets.find(id)).toMatchObject({
      outbox: [
        { id: `${id}:1:0`, queue: 'triage', at: monday },
        { id: `${id}:1:1`, queue: 'slack', at: monday },
      ],
      nextAttemptAt: later(20),
      attempts: 0,
    })
  })

  test('owing nothing has no due date', async () => {
    await tickets.insert(newTicketOf({ effects: [{ queue: 'discord', kind: 'card' }] }))
    expect(await tickets.find(id)).not.toHaveProperty('nextAttemptAt')
  })

  test('twice is one ticket: the first one', async () => {
    await tickets.insert(newTicketOf())
    const again = await tickets.insert(newTicketOf({ number: 43, title: 'Delivered again' }))
    expect(again).toMatchObject({ created: false, ticket: { number: 42, title: 'Printer on fire' } })
    expect(await database().tickets.countDocuments()).toBe(1)
  })

  test('20 times at once is one ticket, made once', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tickets.insert(newTicketOf({ number: index }))),
    )
    expect(results.filter(({ created }) => created)).toHaveLength(1)
    expect(new Set(results.map(({ ticket }) => ticket.number)).size).toBe(1)
    expect(await database().tickets.countDocuments()).toBe(1)
  })

  test('under a number that another ticket has is an error, not that ticket', async () => {
    await tickets.insert(newTicketOf())
    await expect(tickets.insert(newTicketOf({ _id: idLike('2') }))).rejects.toMatchObject({ code: 11000 })
  })
})

describe('applying a change', () => {
  test('sets, records, enqueues and counts in one update', async () => {
    const { ticket } = await tickets.insert(newTicketOf())
    const wanted = change({
      set: { priority: 'high', category: 'Hardware' },
      history: [noted, { ...noted, action: 'edited' }],
      effects: [{ queue: 'slack', kind: 'card' }],
    })
    const changed = await tickets.apply(ticket, wanted, later(7))
    expect(changed).toEqual(await tickets.find(id))
    expect(changed).toMatchObject({
      priority: 'high',
      category: 'Hardware',
      version: 2,
      updatedAt: later(7),
      outbox: [{ id: `${id}:2:0`, queue: 'slack', kind: 'card', at: later(7) }],
      nextAttemptAt: later(27),
    })
    expect(changed?.history.slice(1)).toEqual([
      { ...noted, at: later(7) },
      { ...noted, action: 'edited', at: later(7) },
    ])
  })

  test('that lost the race writes nothing', async () => {
    const { ticket } = await tickets.insert(newTicketOf())
    await tickets.apply(ticket, change({ set: { priority: 'high' } }), later(1))
    const before = await tickets.find(id)
    const late = change({
      set: { priority: 'low' },
      history: [noted],
      effects: [{ queue: 'discord', kind: 'card' }],
    })
    expect(await tickets.apply(ticket, late, later(2))).toBeNull()
    expect(await tickets.find(id)).toEqual(before)
  })

  test('of 20 made at once on one version writes one', async () => {
    const { ticket } = await tickets.insert(newTicketOf())
    const results = await Promise.all(
      Array.from({ length: 20 }, () => tickets.apply(ticket, change({ history: [noted] }), later(1))),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await tickets.find(id)).toMatchObject({ version: 2, history: [{}, { action: 'noted' }] })
  })

  test('keeps the audience as the rules have it', async () => {
    let ticket = (await tickets.insert(newTicketOf())).ticket
    const steps: [Change['set'], string[]][] = [
      [assignedTo(mia), [ann._id, mia._id, 'moderators', 'admins']],
      [claimedBy(max), [ann._id, max._id, 'admins']],
      [{ status: 'open', assignee: null }, [ann._id, 'moderators', 'admins']],
      [resolvedBy(mia), [ann._id, mia._id, 'admins']],
      [{ deleted: true, status: 'closed' }, []],
    ]
    for (const [set, audience] of steps) {
      const changed = await tickets.apply(ticket, change({ set }), later(1))
      if (!changed) throw new Error('lost a race that nobody runs')
      expect(changed.audience).toEqual(audience)
      ticket = changed
    }
  })

  test('that adds nothing leaves what was pending before as due as it was', async () => {
    const { ticket } = await tickets.insert(newTicketOf({ effects: [{ queue: 'triage', kind: 'triage' }] }))
    const changed = await tickets.apply(ticket, change(), later(5))
    expect(changed).toMatchObject({ nextAttemptAt: later(20), outbox: [{ queue: 'triage' }] })
  })
})

describe('finding', () => {
  test('by the Slack thread and by the Discord thread', async () => {
    await tickets.insert(newTicketOf())
    await tickets.outbox.acknowledge(id, [], {
      'surfaces.slack': { channel: 'D1', ts: '1.2' },
      'surfaces.discord': { headline: '77', thread: '77', card: '78' },
    })
    expect(await tickets.findBySlackThread('D1', '1.2')).toMatchObject({ _id: id })
    expect(await tickets.findBySlackThread('D2', '1.2')).toBeNull()
    expect(await tickets.findByDiscordThread('77')).toMatchObject({ _id: id })
    expect(await tickets.findByDiscordThread('78')).toBeNull()
  })

  test('how many unfinished tickets each person has', async () => {
    const given = [
      assignedTo(max),
      claimedBy(max),
      { ...claimedBy(max), status: 'waiting' as const },
      resolvedBy(max),
      claimedBy(mia),
      {},
    ]
    for (const [index, more] of given.entries())
      await tickets.insert(newTicketOf({ _id: idLike(String(index)), number: index, ...more }))
    expect(await tickets.unresolvedOf([max._id, ann._id])).toEqual([
      { assignee: max._id, requester: ann._id, priority: null, count: 3 },
    ])
    expect(await tickets.unresolvedOf([])).toEqual([])
  })
})

test('triage begins once', async () => {
  await tickets.insert(newTicketOf())
  await tickets.noteTriage(id, later(1), 1_500)
  expect((await tickets.find(id))?.triage).toMatchObject({ startedAt: later(1), askedMs: 1_500 })
})

describe('moving a requester’s tickets', () => {
  const to = { id: idLike('f'), name: 'Ann L.' }

  test('rewrites requester and audience of each, whatever its state', async () => {
    await tickets.insert(newTicketOf())
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, ...claimedBy(max) }))
    await tickets.insert(newTicketOf({ _id: idLike('3'), number: 3, requester: personOf(bob) }))
    await tickets.reassign(ann._id, to)
    expect(await tickets.find(id)).toMatchObject({ requester: to, audience: [to.id, 'moderators', 'admins'] })
    expect(await tickets.find(idLike('2'))).toMatchObject({
      requester: to,
      audience: [to.id, max._id, 'admins'],
    })
    expect(await tickets.find(idLike('3'))).toMatchObject({ requester: personOf(bob), version: 1 })
  })

  test('again, or of nobody, changes nothing', async () => {
    await tickets.insert(newTicketOf())
    await tickets.reassign(ann._id, to)
    const moved = await tickets.find(id)
    await tickets.reassign(ann._id, to)
    expect(await tickets.find(id)).toEqual(moved)
  })

  test('can not be undone by a change that was decided before it', async () => {
    const { ticket } = await tickets.insert(newTicketOf())
    await tickets.reassign(ann._id, to)
    expect(await tickets.apply(ticket, change({ set: claimedBy(max) }), later(1))).toBeNull()
    expect((await tickets.find(id))?.audience).toContain(to.id)
  })
})
