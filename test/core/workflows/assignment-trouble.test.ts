import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from '../../../core/desk.ts'
import { newId } from '../../../core/ids.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { deleteTicket } from '../../../core/tickets/actions/delete.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { changeDuty } from '../../../core/users/duty/change-duty.ts'
import { updateUser } from '../../../core/users/update-user.ts'
import { personOf, type User } from '../../../core/users/user.ts'
import { assignAll } from '../../../core/workflows/assign-tickets.ts'
import { offerAgain } from '../../../core/workflows/offer-again.ts'
import { assignWaiting, maintainAccount } from '../../support/run-workflows.ts'
import { newTicketOf, ticketOf } from '../../support/ticket-fixture.ts'
import { twoDesks } from '../../support/two-desks.ts'

let desks: Awaited<ReturnType<typeof twoDesks>>
let root: User
let requester: User
let people: User[]
beforeEach(async () => {
  desks = await twoDesks()
  requester = await staff('Ann', { role: 'user' })
  root = await staff('Root', { role: 'admin' })
  people = []
  for (let index = 0; index < 12; index++)
    people.push(await staff(`M${index}`, { onDuty: true, capacity: 50 }))
})
afterEach(() => desks.close())

const origin = { surface: 'api', address: null, agent: null } as const
const staff = async (name: string, more: Partial<User>) =>
  (
    await desks.one.desk.users.insert(
      { _id: newId(), email: `${name}@example.com`, name, role: 'moderator', ...more },
      desks.one.desk.now(),
    )
  ).user
const triage = { ...ticketOf().triage, state: 'done' as const }
async function file(more: Partial<NewTicket> = {}) {
  const { desk } = desks.one
  const { ticket } = await desk.tickets.insert(
    newTicketOf({
      ...{ _id: newId(), number: await desk.nextNumber(), triage, priority: 'medium' },
      requester: personOf(requester),
      effects: [{ queue: 'assign', kind: 'assign' }],
      ...more,
    }),
  )
  return ticket._id
}
const fileMany = (count: number) =>
  Promise.all(Array.from({ length: count }, async (_, index) => file({ createdAt: new Date(1e12 + index) })))

const removeOf = (id: string) =>
  perform(desks.one.desk, root, deleteTicket, { id, surface: 'web', input: {} })
const solve = (id: string) =>
  perform(desks.one.desk, requester, resolve, { id, surface: 'web', input: { resolution: 'Done.' } })

/** How many unresolved tickets each of them has. */
async function loadsOf(these: User[]) {
  const tickets = await desks.one.database.tickets.find({ status: { $in: ['open', 'in_progress'] } }).lean()
  return these.map(
    ({ _id }) => tickets.filter(({ assignee, deleted }) => !deleted && assignee?.id === _id).length,
  )
}
const spread = (loads: number[]) => Math.max(...loads) - Math.min(...loads)

test('tickets that were solved or deleted while they waited count for nobody', async () => {
  const ids = await fileMany(240)
  const gone = ids.filter((_, index) => index % 12 === 3)
  await Promise.all(gone.map((id, index) => (index % 2 === 0 ? removeOf(id) : solve(id))))
  await assignWaiting(desks.one)
  const loads = await loadsOf(people)
  expect(loads.reduce((sum, load) => sum + load, 0)).toBe(220)
  expect(spread(loads)).toBeLessThanOrEqual(2)
})

test.each([
  ['deactivated', { active: false }],
  ['no moderator any more', { role: 'user' as const }],
])('tickets of somebody who is %s go to the others', async (_name, to) => {
  const ids = await fileMany(60)
  await assignWaiting(desks.one)
  const [left, ...others] = people as [User, ...User[]]
  const claimed = (await desks.one.database.tickets.findOne({ 'assignee.id': left._id }).lean())?._id ?? ''
  await perform(desks.one.desk, left, claim, { id: claimed, surface: 'web', input: {} })
  await updateUser(desks.one.desk, root, { id: left._id, ...to }, origin)
  await assignWaiting(desks.one)
  expect(await loadsOf([left])).toEqual([0])
  const loads = await loadsOf(others)
  expect(loads.reduce((sum, load) => sum + load, 0)).toBe(ids.length)
  expect(spread(loads)).toBeLessThanOrEqual(2)
  const { history } = (await desks.one.desk.tickets.find(claimed)) ?? { history: [] }
  expect(history.map(({ action }) => action)).toEqual([
    'opened',
    'assigned',
    'claimed',
    'released',
    'assigned',
  ])
})

test('somebody who goes off duty while many tickets are offered gets no more of them', async () => {
  for (const one of people) await changeDuty(desks.one.desk, one, false)
  await fileMany(150)
  await assignWaiting(desks.one)
  const alone = await staff('Late', { onDuty: true, capacity: 1_000 })
  const offering = offerAgain(desks.one.desk)
  while ((await loadsOf([alone]))[0] === 0) await new Promise(setImmediate)
  await changeDuty(desks.other.desk, alone, false)
  await offering
  expect((await loadsOf([alone]))[0]).toBeLessThanOrEqual(100)
})

test('a burst among people who come, go, claim, solve and delete: each ticket has one of those who are still there', async () => {
  const [gone, demoted, offDuty, small, late] = people as [User, User, User, User, User]
  await changeDuty(desks.one.desk, late, false)
  const ids: string[] = []
  let isOver = false
  const workers = [desks.one, desks.other].map(async ({ desk, database }) => {
    while (!isOver) await assignSome(desk, database)
  })
  for (let round = 0; round < 10; round++) {
    ids.push(...(await fileMany(20)))
    const [first = '', second = '', third = ''] = ids.slice(-20)
    if (round === 2) await updateUser(desks.other.desk, root, { id: gone._id, active: false }, origin)
    if (round === 3) await updateUser(desks.one.desk, root, { id: demoted._id, role: 'user' }, origin)
    if (round === 4) await changeDuty(desks.other.desk, offDuty, false)
    if (round === 5) await updateUser(desks.other.desk, root, { id: small._id, capacity: 1 }, origin)
    if (round === 6) await changeDuty(desks.one.desk, late, true)
    await Promise.all([
      perform(desks.other.desk, root, claim, { id: first, surface: 'web', input: {} }),
      solve(second),
      removeOf(third),
    ])
  }
  for (const { _id } of [gone, demoted]) await maintainAccount(desks.one, _id).catch(() => undefined)
  while ((await desks.one.database.tickets.countDocuments({ 'outbox.queue': 'assign' })) > 0)
    await new Promise((done) => setTimeout(done, 20))
  isOver = true
  await Promise.all(workers)
  await offerAgain(desks.one.desk)

  const tickets = await desks.one.database.tickets.find({}).lean()
  const staying = new Set(
    [root, ...people].filter((one) => one !== gone && one !== demoted).map(({ _id }) => _id),
  )
  for (const [index, id] of ids.entries()) {
    const ticket = tickets.find(({ _id }) => _id === id)
    const actions = ticket?.history.map(({ action }) => action) ?? []
    if (index % 20 === 0) expect(ticket).toMatchObject({ status: 'in_progress', assignee: { id: root._id } })
    if (index % 20 === 1) expect(ticket).toMatchObject({ status: 'resolved' })
    if (index % 20 === 2) expect(ticket).toMatchObject({ deleted: true })
    if (index % 20 > 2) expect(staying).toContain(ticket?.assignee?.id)
    const times = (one: string) => actions.filter((action) => action === one).length
    expect(times('assigned')).toBeLessThanOrEqual(1 + times('released') + times('claimed'))
    expect(times('left open')).toBe(0)
  }
})

async function assignSome(desk: Desk, database: typeof desks.one.database) {
  const waiting = await database.tickets.find({ 'outbox.queue': 'assign' }, { _id: 1 }).limit(15).lean()
  await assignAll(
    desk,
    waiting.map(({ _id }) => String(_id)),
  ).catch(() => undefined)
}
