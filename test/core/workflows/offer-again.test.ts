import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { release } from '../../../core/tickets/actions/release.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { changeDuty } from '../../../core/users/duty/change-duty.ts'
import { changeSchedule } from '../../../core/users/duty/change-schedule.ts'
import { followSchedules } from '../../../core/users/duty/follow-schedules.ts'
import { updateUser } from '../../../core/users/update-user.ts'
import type { User } from '../../../core/users/user.ts'
import { offerAgain } from '../../../core/workflows/offer-again.ts'
import { passOnTickets } from '../../../core/workflows/pass-on-tickets.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { assignWaiting } from '../../support/run-workflows.ts'
import { later, newTicketOf } from '../../support/ticket-fixture.ts'

let now = later(0)
let at: DeskInProcess
beforeEach(async () => {
  now = later(0)
  at = await deskInProcess({ now: () => now, claimMinutes: 60 })
})
afterEach(() => at.close())

const origin = { surface: 'api', address: null, agent: null } as const
const person = async (name: string, more: Partial<User> = {}) =>
  (await at.somebody('moderator', { name, ...more })).user
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
async function file(more: Partial<NewTicket> = {}) {
  const effects: NewTicket['effects'] = [{ queue: 'assign', kind: 'assign' }]
  const number = await at.desk.nextNumber()
  const createdAt = later(number)
  const fresh = newTicketOf({ _id: newId(), number, effects, createdAt, ...more })
  const { ticket } = await at.desk.tickets.insert(fresh)
  await assignWaiting(at)
  return ticket._id
}
const read = async (id: string) => {
  const ticket = await at.desk.tickets.find(id)
  if (!ticket) throw new Error('no ticket')
  return ticket
}
const assigneeOf = async (id: string) => (await read(id)).assignee?.name
const lines = async (id: string) =>
  (await read(id)).history.slice(1).map(({ action, note }) => `${action} ${note}`)

test('somebody who comes on duty gets what was left open, up to capacity, the most urgent and oldest first', async () => {
  const mia = await person('Mia', { capacity: 3 })
  const [low, old, , urgent] = [
    await file({ priority: 'low' }),
    await file({ priority: 'medium' }),
    await file({ priority: 'low' }),
    await file({ priority: 'urgent' }),
  ]
  const newer = await file({ priority: 'medium' })
  expect(await offerAgain(at.desk)).toBe(0)
  await changeDuty(at.desk, mia, true)
  expect(await offerAgain(at.desk)).toBe(3)
  expect(await Promise.all([urgent, old, newer].map(assigneeOf))).toEqual(['Mia', 'Mia', 'Mia'])
  expect(await assigneeOf(low)).toBeUndefined()
  expect(await lines(old)).toEqual([
    'left open No moderator is on duty.',
    'assigned to Mia: came on duty; needs no special skill; has 1 of 3 tickets',
  ])
  expect(await offerAgain(at.desk)).toBe(0)
  expect(await lines(low)).toEqual(['left open No moderator is on duty.'])
})

test('somebody who gains capacity, by a resolved ticket or by an admin, gets what was left open', async () => {
  const { user: root } = await at.somebody('admin')
  const max = await person('Max', { onDuty: true, capacity: 1 })
  const [first, second, third] = [await file(), await file(), await file()]
  expect(await offerAgain(at.desk)).toBe(0)
  const input = { resolution: 'Done.' }
  await perform(at.desk, max, resolve, { id: first, surface: 'web', input })
  expect(await offerAgain(at.desk)).toBe(1)
  expect(await lines(second)).toEqual([
    'left open Every moderator on duty is at capacity.',
    'assigned to Max: has capacity again; needs no special skill; has 0 of 1 tickets',
  ])
  await updateUser(at.desk, root, { id: max._id, capacity: 2 }, origin)
  expect(await offerAgain(at.desk)).toBe(1)
  expect(await assigneeOf(third)).toBe('Max')
})

test('a shift that begins is enough', async () => {
  const mia = await person('Mia')
  const id = await file()
  const schedule = {
    ...{ timeZone: 'UTC', absences: [] },
    shifts: [{ days: ['mon' as const], from: '10:00', to: '12:00' }],
  }
  await changeSchedule(at.desk, mia, { id: mia._id, schedule }, origin)
  pass(59)
  await followSchedules(at.desk)
  expect(await offerAgain(at.desk)).toBe(0)
  pass(1)
  await followSchedules(at.desk)
  expect(await offerAgain(at.desk)).toBe(1)
  expect(await assigneeOf(id)).toBe('Mia')
})

test('what everybody let lapse goes to whoever comes on duty afterwards, even for a second time', async () => {
  const max = await person('Max', { onDuty: true })
  const id = await file()
  pass(60)
  await passOnTickets(at.desk)
  expect(await assigneeOf(id)).toBeUndefined()
  pass(1)
  expect(await offerAgain(at.desk)).toBe(0)
  await changeDuty(at.desk, max, false)
  pass(1)
  await changeDuty(at.desk, max, true)
  expect(await offerAgain(at.desk)).toBe(1)
  expect(await assigneeOf(id)).toBe('Max')
  const mia = await person('Mia', { onDuty: true })
  pass(60)
  await passOnTickets(at.desk)
  expect((await read(id)).assignment).toMatchObject({ lapsed: [{ name: 'Max' }], claimBy: expect.any(Date) })
  expect((await read(id)).assignee?.id).toBe(mia._id)
})

test('what somebody gave back or claimed is left alone', async () => {
  const [max, mia] = [await person('Max', { onDuty: true }), await person('Mia')]
  const given = await file()
  await perform(at.desk, max, release, { id: given, surface: 'web', input: {} })
  await changeDuty(at.desk, max, false)
  const claimed = await file()
  await perform(at.desk, max, claim, { id: claimed, surface: 'web', input: {} })
  await changeDuty(at.desk, mia, true)
  expect(await offerAgain(at.desk)).toBe(0)
  expect(await assigneeOf(given)).toBeUndefined()
  expect(await assigneeOf(claimed)).toBe('Max')
})

test('several processes at once assign each ticket once', async () => {
  const people = await Promise.all(['Max', 'Mia', 'Bo'].map((name) => person(name)))
  const ids: string[] = []
  for (let count = 0; count < 9; count++) ids.push(await file())
  for (const one of people) await changeDuty(at.desk, one, true)
  await Promise.all([1, 2, 3].map(() => offerAgain(at.desk)))
  await offerAgain(at.desk)
  for (const id of ids) expect(await lines(id)).toHaveLength(2)
  const names = await Promise.all(ids.map(assigneeOf))
  expect([...Map.groupBy(names, (name) => name).values()].map(({ length }) => length)).toEqual([3, 3, 3])
})

test('finds tickets whose first fifty nobody may take', async () => {
  const mia = await person('Mia')
  const requester = { id: mia._id, name: 'Mia' }
  for (let count = 0; count < 51; count++) await file({ requester, priority: 'urgent' })
  const last = await file({ priority: 'low' })
  await changeDuty(at.desk, mia, true)
  expect(await offerAgain(at.desk)).toBe(1)
  expect(await assigneeOf(last)).toBe('Mia')
})
