import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { assign } from '../../../core/tickets/actions/assign.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { edit } from '../../../core/tickets/actions/edit.ts'
import { markDuplicate } from '../../../core/tickets/actions/mark-duplicate.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { unmarkDuplicate } from '../../../core/tickets/actions/unmark-duplicate.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import type { Priority } from '../../../core/tickets/ticket-values.ts'
import { ticketViewOf } from '../../../core/tickets/ticket-view.ts'
import { changeDuty } from '../../../core/users/duty/change-duty.ts'
import { followSchedules } from '../../../core/users/duty/follow-schedules.ts'
import type { User } from '../../../core/users/user.ts'
import { passOnTickets } from '../../../core/workflows/pass-on-tickets.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { assignWaiting } from '../../support/run-workflows.ts'
import { ann, later, newTicketOf, ticketOf } from '../../support/ticket-fixture.ts'

let now = later(0)
let at: DeskInProcess
beforeEach(async () => {
  now = later(0)
  at = await deskInProcess({ now: () => now, claimMinutes: 60 })
})
afterEach(() => at.close())

const triage = { ...ticketOf().triage, state: 'done' as const }
const onDuty = async (name: string, more: Partial<User> = {}) =>
  (await at.somebody('moderator', { name, onDuty: true, ...more })).user

async function assignedTicket(more: Partial<NewTicket> = {}) {
  const effects: NewTicket['effects'] = [{ queue: 'assign', kind: 'assign' }]
  const number = await at.desk.nextNumber()
  const { ticket } = await at.desk.tickets.insert(newTicketOf({ _id: newId(), number, effects, ...more }))
  await assignWaiting(at)
  return ticket._id
}
const read = async (id: string) => {
  const ticket = await at.desk.tickets.find(id)
  if (!ticket) throw new Error('no ticket')
  return ticket
}
async function passOnAfter(minutes: number) {
  now = new Date(now.getTime() + minutes * 60_000)
  return passOnTickets(at.desk)
}
const lines = async (id: string) =>
  (await read(id)).history.slice(1).map(({ action, note }) => `${action}${note ? ` ${note}` : ''}`)

test('goes to everyone on duty once, then is left open, and everybody is told', async () => {
  const { user: root } = await at.somebody('admin')
  const max = await onDuty('Max')
  const mia = await onDuty('Mia', { lastAssignedAt: now })
  const id = await assignedTicket()
  expect(await passOnAfter(59)).toBe(0)
  expect((await read(id)).assignee?.name).toBe('Max')
  await passOnAfter(1)
  const passed = await read(id)
  expect(passed).toMatchObject({
    assignee: { name: 'Mia' },
    status: 'open',
    assignment: { lapsed: [{ name: 'Max' }], ruledOut: [{ name: 'Max', why: 'lapsed' }] },
  })
  expect(passed.outbox).toContainEqual(
    expect.objectContaining({ queue: 'discord', topic: 'taken-over', to: max._id }),
  )
  expect(passed.outbox).toContainEqual(
    expect.objectContaining({ queue: 'discord', topic: 'assigned', to: mia._id }),
  )
  await passOnAfter(60)
  const left = await read(id)
  expect(left).toMatchObject({
    assignee: null,
    status: 'open',
    assignment: { reason: 'Nobody on duty claimed it in time.' },
  })
  expect(left.outbox).toContainEqual(
    expect.objectContaining({ queue: 'mail', topic: 'left-open', to: root._id }),
  )
  expect(await lines(id)).toEqual([
    expect.stringMatching(/^assigned to Max/),
    'passed on Max did not claim it within 60 minutes',
    expect.stringMatching(/^assigned to Mia/),
    'passed on Mia did not claim it within 60 minutes',
    'left open Nobody on duty claimed it in time.',
  ])
  expect(await passOnAfter(600)).toBe(0)
})

test.each([
  ['urgent', 15],
  ['high', 30],
  ['low', 120],
] as const)('a ticket of %s priority has %d minutes', async (priority, minutes) => {
  await onDuty('Max')
  await onDuty('Mia')
  const id = await assignedTicket({ priority })
  expect(await passOnAfter(minutes - 1)).toBe(0)
  await passOnAfter(1)
  expect((await lines(id))[1]).toContain(`within ${minutes} minutes`)
})

test('stays with somebody who has claimed it, and whom a person chose', async () => {
  const [max, mia] = [await onDuty('Max'), await onDuty('Mia')]
  const { user: root } = await at.somebody('admin')
  const [claimed, chosen] = [await assignedTicket(), await assignedTicket()]
  const owner = (await read(claimed)).assignee?.id === max._id ? max : mia
  await perform(at.desk, owner, claim, { id: claimed, surface: 'web', input: {} })
  const other = (await read(chosen)).assignee?.id === max._id ? mia : max
  await perform(at.desk, root, assign, {
    ...{ id: chosen, surface: 'web' as const },
    input: { assignee: other._id },
  })
  expect(await passOnAfter(10_000)).toBe(0)
})

test('stays while nobody else could take it, and goes on as soon as somebody can', async () => {
  const max = await onDuty('Max')
  const full = await onDuty('Mia', { capacity: 0 })
  const id = await assignedTicket()
  await passOnAfter(60)
  expect((await read(id)).assignee?.name).toBe('Max')
  expect(await lines(id)).toHaveLength(1)
  await at.database.users.updateMany({ _id: { $in: [max._id, full._id] } }, { $set: { onDuty: false } })
  await passOnAfter(60)
  expect((await read(id)).assignee?.name).toBe('Max')
  await onDuty('Bo')
  await passOnAfter(1)
  expect(await lines(id)).toEqual([
    expect.anything(),
    'passed on Max did not claim it within 61 minutes',
    expect.stringMatching(/^assigned to Bo/),
  ])
})

const office = (from: string, to: string): Pick<User, 'dutySchedule'> => ({
  dutySchedule: { timeZone: 'UTC', shifts: [{ days: ['mon', 'tue'], from, to }], absences: [] },
})
/** Until then, in steps as the desk takes them, but longer. */
async function followUntil(time: string) {
  for (const end = new Date(time); now < end; ) {
    now = new Date(Math.min(end.getTime(), now.getTime() + 10 * 60_000))
    await followSchedules(at.desk)
    await passOnTickets(at.desk)
  }
}

test('time in which nobody is on duty does not count: the assignee has the rest in the morning', async () => {
  now = new Date('2026-03-02T17:50Z')
  await onDuty('Max', { ...office('08:00', '18:00'), dutyChangesAt: new Date('2026-03-02T18:00Z') })
  await onDuty('Mia', {
    ...office('08:00', '18:00'),
    dutyChangesAt: new Date('2026-03-02T18:00Z'),
    lastAssignedAt: now,
  })
  const id = await assignedTicket()
  expect((await read(id)).assignment?.claimBy).toEqual(new Date('2026-03-03T08:50Z'))
  await followUntil('2026-03-03T08:40Z')
  expect((await read(id)).assignee?.name).toBe('Max')
  await followUntil('2026-03-03T08:50Z')
  expect(await lines(id)).toEqual([
    expect.stringMatching(/^assigned to Max/),
    'passed on Max did not claim it within 60 minutes',
    expect.stringMatching(/^assigned to Mia/),
  ])
})

test('passes to somebody who is still on duty when the assignee’s shift is over', async () => {
  now = new Date('2026-03-02T17:50Z')
  await onDuty('Max', { ...office('08:00', '18:00'), dutyChangesAt: new Date('2026-03-02T18:00Z') })
  await onDuty('Mia', { lastAssignedAt: now })
  const id = await assignedTicket()
  await followUntil('2026-03-02T18:50Z')
  expect((await read(id)).assignee?.name).toBe('Mia')
})

test('the deadline is postponed when everybody went off duty by hand before it', async () => {
  now = new Date('2026-03-02T17:50Z')
  const [max, mia] = [await onDuty('Max'), await onDuty('Mia', { lastAssignedAt: now })]
  const id = await assignedTicket()
  expect((await read(id)).assignment?.claimBy).toEqual(new Date('2026-03-02T18:50Z'))
  await followUntil('2026-03-02T18:00Z')
  for (const one of [max, mia]) await changeDuty(at.desk, one, false)
  await followUntil('2026-03-03T08:00Z')
  for (const one of [max, mia]) await changeDuty(at.desk, one, true)
  await followUntil('2026-03-03T08:10Z')
  expect(await read(id)).toMatchObject({
    assignee: { name: 'Max' },
    assignment: { claimBy: new Date('2026-03-03T08:50Z') },
  })
  await followUntil('2026-03-03T08:50Z')
  expect((await read(id)).assignee?.name).toBe('Mia')
})

test('a duplicate that is unmarked after its deadline has the whole time again', async () => {
  const max = await onDuty('Max')
  await onDuty('Mia', { lastAssignedAt: now })
  const [id, original] = [await assignedTicket({ triage }), await assignedTicket()]
  expect((await read(id)).assignee?.name).toBe('Max')
  await perform(at.desk, max, markDuplicate, { id, surface: 'web', input: { of: original } })
  now = later(7_200)
  await perform(at.desk, max, unmarkDuplicate, { id, surface: 'web', input: {} })
  expect((await read(id)).assignment?.claimBy).toBeUndefined()
  await assignWaiting(at)
  expect((await read(id)).assignment?.claimBy).toEqual(later(7_200 + 3_600))
  await passOnTickets(at.desk)
  expect((await read(id)).assignee?.name).toBe('Max')
  await passOnAfter(60)
  expect((await read(id)).assignee?.name).toBe('Mia')
})

async function reprioritise(id: string, priority: Priority) {
  const { user: root } = await at.somebody('admin')
  const { version } = await read(id)
  await perform(at.desk, root, edit, { id, surface: 'web', input: { version, priority } })
  await assignWaiting(at)
}

test('a raised priority brings the deadline forward, and a lowered one puts it back', async () => {
  await onDuty('Max')
  await onDuty('Mia', { lastAssignedAt: now })
  const id = await assignedTicket({ triage, priority: 'medium' })
  now = later(12 * 60)
  await reprioritise(id, 'urgent')
  const raised = await read(id)
  expect(raised).toMatchObject({ assignee: { name: 'Max' }, assignment: { claimBy: later(17 * 60) } })
  expect(raised.history.map(({ action }) => action)).toEqual(['opened', 'assigned', 'edited'])
  expect(await passOnAfter(4)).toBe(0)
  await passOnAfter(1)
  expect((await lines(id)).slice(2)).toEqual([
    'passed on Max did not claim it within 17 minutes',
    expect.stringMatching(/^assigned to Mia/),
  ])
  await reprioritise(id, 'low')
  expect((await read(id)).assignment?.claimBy).toEqual(later((17 + 120) * 60))
})

test('a new priority passes a ticket on whose assignee has become absent', async () => {
  const max = await onDuty('Max')
  await onDuty('Mia', { lastAssignedAt: now })
  const id = await assignedTicket({ triage })
  const dutySchedule = { timeZone: 'UTC', shifts: [], absences: [{ from: '2020-01-01', to: '2100-01-01' }] }
  await at.database.users.updateOne({ _id: max._id }, { $set: { dutySchedule } })
  await reprioritise(id, 'urgent')
  expect(await read(id)).toMatchObject({ assignee: { name: 'Mia' }, assignment: { claimBy: later(15 * 60) } })
})

test('a new priority gives no deadline to what somebody has claimed, or a person has assigned', async () => {
  const max = await onDuty('Max')
  const { user: root } = await at.somebody('admin')
  const [claimed, chosen] = [await assignedTicket({ triage }), await assignedTicket({ triage })]
  await perform(at.desk, max, claim, { id: claimed, surface: 'web', input: {} })
  const input = { assignee: root._id }
  await perform(at.desk, root, assign, { id: chosen, surface: 'web', input })
  for (const id of [claimed, chosen]) {
    await reprioritise(id, 'urgent')
    expect((await read(id)).assignment?.claimBy).toBeUndefined()
    expect((await read(id)).outbox.filter(({ queue }) => queue === 'assign')).toEqual([])
  }
})

test('the rest of the notice that a raised priority leaves waits for the morning', async () => {
  now = new Date('2026-03-02T17:50Z')
  const shifts = { ...office('08:00', '18:00'), dutyChangesAt: new Date('2026-03-02T18:00Z') }
  await onDuty('Max', shifts)
  await onDuty('Mia', { ...shifts, lastAssignedAt: now })
  const id = await assignedTicket({ triage })
  await followUntil('2026-03-02T17:58Z')
  await reprioritise(id, 'urgent')
  expect((await read(id)).assignment?.claimBy).toEqual(new Date('2026-03-03T08:05Z'))
  await followUntil('2026-03-03T08:04Z')
  expect((await read(id)).assignee?.name).toBe('Max')
  await followUntil('2026-03-03T08:05Z')
  expect((await read(id)).assignee?.name).toBe('Mia')
})

test('two processes pass a ticket on once', async () => {
  for (const name of ['Max', 'Mia', 'Bo']) await onDuty(name)
  const id = await assignedTicket()
  now = later(3_600)
  await Promise.all([passOnTickets(at.desk), passOnTickets(at.desk), passOnTickets(at.desk)])
  expect(await lines(id)).toHaveLength(3)
})

test('the requester sees neither who let it lapse nor until when it must be claimed', async () => {
  for (const name of ['Max', 'Mia']) await onDuty(name)
  const id = await assignedTicket()
  await passOnAfter(60)
  const { assignment, history } = ticketViewOf(await read(id), ann, [])
  expect(assignment?.claimBy).toBeUndefined()
  expect(assignment?.lapsed).toBeUndefined()
  expect(assignment?.ruledOut).toBeUndefined()
  expect(JSON.stringify(history)).not.toContain('claim')
})
