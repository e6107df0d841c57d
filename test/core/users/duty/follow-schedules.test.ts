import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeDuty } from '../../../../core/users/duty/change-duty.ts'
import { changeSchedule } from '../../../../core/users/duty/change-schedule.ts'
import type { DutySchedule } from '../../../../core/users/duty/duty-schedule.ts'
import { followSchedules } from '../../../../core/users/duty/follow-schedules.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'

/** A Monday; Berlin is two hours ahead. */
let now = new Date('2026-06-01T06:00Z')
let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess({ now: () => now })
})
afterAll(() => at.close())

const origin = { surface: 'api', address: null, agent: null } as const
const schedule: DutySchedule = {
  timeZone: 'Europe/Berlin',
  shifts: [{ days: ['mon', 'tue'], from: '09:00', to: '17:00' }],
  absences: [{ from: '2026-06-02', to: '2026-06-02' }],
}

test('shifts and absences take a moderator on and off duty, and what they chose by hand holds until the next change', async () => {
  const max = await at.somebody('moderator', { onDuty: true })
  const isOnDuty = async (time: string) => {
    now = new Date(time)
    await followSchedules(at.desk)
    expect((await at.desk.users.moderatorsOnDuty()).map(({ _id }) => _id)).toEqual(
      (await at.desk.users.find(max.user._id))?.onDuty ? [max.user._id] : [],
    )
    return (await at.desk.users.find(max.user._id))?.onDuty
  }
  const change = (schedule: DutySchedule | null) =>
    changeSchedule(at.desk, max.user, { id: max.user._id, schedule }, origin)
  const byHand = (onDuty: boolean) => changeDuty(at.desk, max.user, onDuty)
  expect(await change(schedule)).toMatchObject({ onDuty: false, dutySchedule: schedule })
  expect(await isOnDuty('2026-06-01T07:00Z')).toBe(true)
  await byHand(false)
  expect(await isOnDuty('2026-06-01T14:59Z')).toBe(false)
  await isOnDuty('2026-06-01T15:00Z')
  await byHand(true)
  expect(await isOnDuty('2026-06-01T21:59Z')).toBe(true)
  expect(await isOnDuty('2026-06-01T22:00Z')).toBe(false)
  await expect(byHand(true)).rejects.toThrow('You are absent today.')
  expect(await isOnDuty('2026-06-02T10:00Z')).toBe(false)
  expect(await isOnDuty('2026-06-08T07:00Z')).toBe(true)
  expect(await isOnDuty('2026-06-08T15:00Z')).toBe(false)
  expect((await change(null)).dutySchedule).toBeUndefined()
  await byHand(true)
  expect(await isOnDuty('2026-06-20T03:00Z')).toBe(true)
})
