import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { reopen } from '../../../core/tickets/actions/reopen.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { personOf, type User } from '../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { assignWaiting } from '../../support/run-workflows.ts'
import { claimedBy, later, mia, monday, newTicketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
/** A desk that has learned nothing yet. */
async function freshly(now?: () => Date) {
  await at?.close()
  return deskInProcess(now ? { now } : {})
}
beforeAll(async () => {
  at = await freshly()
})
beforeEach(async () => {
  await at.database.tickets.deleteMany({})
  await at.database.users.deleteMany({})
})
afterAll(() => at.close())

const effects: NewTicket['effects'] = [{ queue: 'assign', kind: 'assign' }]
const file = async (more: Partial<NewTicket> = {}) =>
  (
    await at.desk.tickets.insert(
      newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), effects, ...more }),
    )
  ).ticket._id
const onDuty = async (name: string, more: Partial<User> = {}) =>
  (await at.somebody('moderator', { name, onDuty: true, ...more })).user
const assigneeOf = async (id: string) => (await at.desk.tickets.find(id))?.assignee?.name

describe('assigning what waits', () => {
  test('a burst spreads over people, and everyone’s load is counted', async () => {
    for (const name of ['Max', 'Mia', 'Bo']) await onDuty(name)
    const ids = await Promise.all(Array.from({ length: 9 }, () => file()))
    expect(await assignWaiting(at)).toBe(9)
    const names = await Promise.all(ids.map(assigneeOf))
    const loads = Map.groupBy(names, (name) => name)
    expect([...loads.values()].map((all) => all.length)).toEqual([3, 3, 3])
  })

  test('by two workers at once is each ticket once', async () => {
    for (const name of ['Max', 'Mia']) await onDuty(name)
    const ids = await Promise.all(Array.from({ length: 6 }, () => file()))
    await Promise.allSettled([assignWaiting(at), assignWaiting(at)])
    await assignWaiting(at)
    for (const id of ids)
      expect((await at.desk.tickets.find(id))?.history.map(({ action }) => action)).toEqual([
        'opened',
        'assigned',
      ])
  })

  test('stops at capacity: the rest stays open and the admins are notified', async () => {
    const { user: root } = await at.somebody('admin')
    await onDuty('Max', { capacity: 1 })
    const [first, second] = [await file({ createdAt: later(1) }), await file({ createdAt: later(2) })]
    await assignWaiting(at)
    expect(await assigneeOf(first)).toBe('Max')
    const left = await at.desk.tickets.find(second)
    expect(left).toMatchObject({
      assignee: null,
      assignment: { reason: 'Every moderator on duty is at capacity.' },
    })
    expect(left?.outbox).toContainEqual(
      expect.objectContaining({ queue: 'mail', topic: 'left-open', to: root._id }),
    )
  })

  test('notes when somebody was last given one, and only them', async () => {
    const [max, skilled] = [await onDuty('Max'), await onDuty('Mia', { skills: ['C++'] })]
    await file({ skills: ['C++'] })
    await assignWaiting(at)
    expect((await at.desk.users.find(skilled._id))?.lastAssignedAt).toBeInstanceOf(Date)
    expect((await at.desk.users.find(max._id))?.lastAssignedAt).toBeNull()
  })

  test('leaves alone what was claimed meanwhile', async () => {
    const max = await onDuty('Max')
    const id = await file(claimedBy(mia))
    expect(await assignWaiting(at)).toBe(1)
    expect(await at.desk.tickets.find(id)).toMatchObject({ assignee: { name: 'Mia Fox' }, outbox: [] })
    expect((await at.desk.users.find(max._id))?.lastAssignedAt).toBeNull()
  })

  test.each([
    ['goes back to its assignee', [], 'in_progress', 'Max', ['resolved', 'reopened']],
    [
      'goes to another one while its assignee is absent',
      [{ from: '2020-01-01', to: '2100-01-01' }],
      'open',
      'Mia',
      ['resolved', 'reopened', 'passed on', 'assigned'],
    ],
  ] as const)('a reopened ticket %s', async (_, absences, status, assignee, actions) => {
    const max = await at.somebody('moderator', {
      name: 'Max',
      onDuty: false,
      dutySchedule: { timeZone: 'UTC', shifts: [], absences: [...absences] },
    })
    await onDuty('Mia')
    const id = await file({ ...claimedBy(max.user), effects: [] })
    await perform(at.desk, max.user, resolve, { id, surface: 'web', input: { resolution: 'Done.' } })
    await perform(at.desk, max.user, reopen, { id, surface: 'web', input: {} })
    await assignWaiting(at)
    const ticket = await at.desk.tickets.find(id)
    expect(ticket).toMatchObject({ status, assignee: { name: assignee } })
    expect(ticket?.history.map(({ action }) => action).filter((action) => action !== 'opened')).toEqual(
      actions,
    )
    expect(ticket?.outbox.filter(({ queue }) => queue === 'assign')).toEqual([])
  })

  test('a reopened ticket stays with an absent assignee when nobody else can take it', async () => {
    const dutySchedule = { timeZone: 'UTC', shifts: [], absences: [{ from: '2020-01-01', to: '2100-01-01' }] }
    const { user: max } = await at.somebody('moderator', { name: 'Max', onDuty: false, dutySchedule })
    const id = await file({ ...claimedBy(max), status: 'in_progress' })
    await assignWaiting(at)
    expect(await at.desk.tickets.find(id)).toMatchObject({ status: 'in_progress', assignee: { name: 'Max' } })
  })

  test('with nothing waiting does nothing', async () => expect(await assignWaiting(at)).toBe(0))
})

test('counts load by priority, who solved the category, and languages', async () => {
  at = await freshly(() => later(60))
  const [max, mia] = [await onDuty('Max'), await onDuty('Mia', { languages: ['de'] })]
  const network = { category: 'Network', createdAt: monday }
  for (let count = 0; count < 5; count++)
    await file({ ...network, status: 'resolved', assignee: personOf(mia), effects: [] })
  await file({ priority: 'urgent', assignee: personOf(max), effects: [] })
  await file({ priority: 'low', assignee: personOf(mia), effects: [] })
  const usual = await file(network)
  await assignWaiting(at)
  expect((await at.desk.tickets.find(usual))?.assignment?.candidates).toMatchObject([
    { name: 'Mia', load: 1, weightedLoad: 0.5, affinity: 0.5, speaks: false },
    { name: 'Max', load: 1, weightedLoad: 4, affinity: 0 },
  ])
  const english = await file({ triage: { ...newTicketOf().triage, language: 'en' } })
  await assignWaiting(at)
  expect(await assigneeOf(english)).toBe('Max')
})
