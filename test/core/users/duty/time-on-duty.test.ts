import { describe, expect, test } from 'vitest'
import type { DutySettings } from '../../../../core/users/duty/duty-at.ts'
import type { DutySchedule } from '../../../../core/users/duty/duty-schedule.ts'
import { addTimeOnDuty, timeOnDuty } from '../../../../core/users/duty/time-on-duty.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const shift = (from: string, to: string, more: Partial<DutySchedule> = {}): DutySettings => ({
  onDuty: false,
  dutySchedule: { timeZone: 'UTC', shifts: [{ days: [...weekdays], from, to }], absences: [], ...more },
})
const [early, late] = [shift('08:00', '18:00'), shift('09:00', '20:00')]
const byHand = (onDuty: boolean, dutyEndsAt?: string): DutySettings => ({
  onDuty,
  ...(dutyEndsAt ? { dutyEndsAt: new Date(dutyEndsAt) } : {}),
})
const away = { absences: [{ from: '2026-06-02', to: '2026-06-03' }] }

/** 2026-06-01 is a Monday. */
describe('a ticket that was assigned then, and must be claimed within an hour of duty, is due', () => {
  test.each<[string, DutySettings[], string, string | null]>([
    ['an hour later, within a shift', [early], '2026-06-01T10:00Z', '2026-06-01T11:00Z'],
    ['just as the shift ends', [early], '2026-06-01T17:00Z', '2026-06-01T18:00Z'],
    ['by the clock, while another shift goes on', [early, late], '2026-06-01T17:50Z', '2026-06-01T18:50Z'],
    [
      'the next morning, when nobody is on duty in between',
      [early],
      '2026-06-01T17:50Z',
      '2026-06-02T08:50Z',
    ],
    ['after the weekend', [early], '2026-06-05T17:50Z', '2026-06-08T08:50Z'],
    [
      'when the first of them has come back',
      [shift('10:00', '18:00'), early],
      '2026-06-01T17:50Z',
      '2026-06-02T08:50Z',
    ],
    ['after an absence', [shift('08:00', '18:00', away)], '2026-06-01T17:50Z', '2026-06-04T08:50Z'],
    [
      'an hour later, with somebody on duty by hand',
      [early, byHand(true)],
      '2026-06-01T17:50Z',
      '2026-06-01T18:50Z',
    ],
    [
      'the next morning, when the duty by hand ends first',
      [early, byHand(true, '2026-06-01T18:20Z')],
      '2026-06-01T17:50Z',
      '2026-06-02T08:30Z',
    ],
    ['past midnight, in a night shift', [shift('22:00', '06:00')], '2026-06-01T23:30Z', '2026-06-02T00:30Z'],
    [
      'in pieces, with a break',
      [shift('08:00', '12:00'), shift('13:00', '17:00')],
      '2026-06-01T11:30Z',
      '2026-06-01T13:30Z',
    ],
    ['at no known time, with everybody off duty by hand', [byHand(false)], '2026-06-01T10:00Z', null],
    ['at no known time, with nobody at all', [], '2026-06-01T10:00Z', null],
  ])('%s', (_when, staff, from, due) => {
    const found = addTimeOnDuty(staff, new Date(from), 60 * 60_000)
    expect(found).toEqual(due && new Date(due))
    if (found) expect(timeOnDuty(staff, new Date(from), found)).toBe(60 * 60_000)
  })
})

test.each<[string, DutySettings[], string, string, number]>([
  ['a whole week of shifts', [early], '2026-06-01T00:00Z', '2026-06-08T00:00Z', 50],
  ['shifts that overlap count once', [early, late], '2026-06-01T00:00Z', '2026-06-02T00:00Z', 12],
  ['somebody on duty by hand all the time', [byHand(true)], '2026-06-01T00:00Z', '2026-06-03T00:00Z', 48],
  ['nobody', [byHand(false)], '2026-06-01T00:00Z', '2026-06-03T00:00Z', 0],
  ['no time', [byHand(true)], '2026-06-03T00:00Z', '2026-06-03T00:00Z', 0],
])('time on duty: %s', (_what, staff, from, to, hours) => {
  expect(timeOnDuty(staff, new Date(from), new Date(to))).toBe(hours * 3_600_000)
})
