import { describe, expect, test } from 'vitest'
import { absentUntil, type DutySettings, dutyAt } from '../../../../core/users/duty/duty-at.ts'
import {
  type DutySchedule,
  dutyScheduleSchema,
  type Shift,
} from '../../../../core/users/duty/duty-schedule.ts'

const office: Shift = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }
const night: Shift = { days: ['sat'], from: '22:00', to: '06:00' }
const berlin = (more: Partial<DutySchedule> = {}): DutySchedule => ({
  ...{ timeZone: 'Europe/Berlin', shifts: [office], absences: [] },
  ...more,
})
const off = (more: Partial<DutySettings> = {}): DutySettings => ({
  onDuty: false,
  dutySchedule: berlin(),
  ...more,
})
const on = (more: Partial<DutySettings> = {}): DutySettings => ({ ...off(more), onDuty: true })

/** 2026-06-01 is a Monday; Berlin is two hours ahead of UTC in summer. */
test.each<[string, DutySettings, string, boolean, string | null]>([
  ['before the shift', on(), '2026-06-01T06:59Z', false, '2026-06-01T07:00Z'],
  ['as it begins', off(), '2026-06-01T07:00Z', true, '2026-06-01T15:00Z'],
  ['as it ends', on(), '2026-06-01T15:00Z', false, '2026-06-02T07:00Z'],
  ['over the weekend', on(), '2026-06-05T20:00Z', false, '2026-06-08T07:00Z'],
  [
    'sent off by hand',
    off({ dutyEndsAt: new Date('2026-06-01T15:00Z') }),
    '2026-06-01T10:00Z',
    false,
    '2026-06-01T15:00Z',
  ],
  [
    'that has ended',
    off({ dutyEndsAt: new Date('2026-06-01T15:00Z') }),
    '2026-06-02T10:00Z',
    true,
    '2026-06-02T15:00Z',
  ],
  [
    'called in by hand',
    on({ dutyEndsAt: new Date('2026-06-02T07:00Z') }),
    '2026-06-01T20:00Z',
    true,
    '2026-06-02T07:00Z',
  ],
  [
    'absent, in a shift',
    on({ dutySchedule: berlin({ absences: [{ from: '2026-06-01', to: '2026-06-02' }] }) }),
    '2026-06-01T10:00Z',
    false,
    '2026-06-02T22:00Z',
  ],
  [
    'absent, called in by hand',
    on({
      dutyEndsAt: new Date('2026-06-02T07:00Z'),
      dutySchedule: berlin({ absences: [{ from: '2026-06-01', to: '2026-06-01' }] }),
    }),
    '2026-06-01T10:00Z',
    false,
    '2026-06-01T22:00Z',
  ],
  [
    'an absence begins before the shift ends',
    on({ dutySchedule: berlin({ shifts: [night], absences: [{ from: '2026-06-07', to: '2026-06-07' }] }) }),
    '2026-06-06T21:00Z',
    true,
    '2026-06-06T22:00Z',
  ],
  [
    'back from an absence',
    off({ dutySchedule: berlin({ absences: [{ from: '2026-05-25', to: '2026-05-31' }] }) }),
    '2026-06-01T07:00Z',
    true,
    '2026-06-01T15:00Z',
  ],
  ['by hand only, on', { onDuty: true }, '2026-06-01T10:00Z', true, null],
  ['by hand only, off', { onDuty: false }, '2026-06-01T10:00Z', false, null],
  [
    'by hand only, until a time',
    { onDuty: true, dutyEndsAt: new Date('2026-06-01T11:00Z') },
    '2026-06-01T10:00Z',
    true,
    '2026-06-01T11:00Z',
  ],
  [
    'by hand only, past that time',
    { onDuty: true, dutyEndsAt: new Date('2026-06-01T09:00Z') },
    '2026-06-01T10:00Z',
    false,
    null,
  ],
  [
    'by hand, with an absence to come',
    on({ dutySchedule: berlin({ shifts: [], absences: [{ from: '2026-06-03', to: '2026-06-03' }] }) }),
    '2026-06-01T10:00Z',
    true,
    '2026-06-02T22:00Z',
  ],
  [
    'two shifts that overlap end with the later',
    on({ dutySchedule: berlin({ shifts: [office, { ...office, from: '16:00', to: '20:00' }] }) }),
    '2026-06-01T14:30Z',
    true,
    '2026-06-01T18:00Z',
  ],
  [
    'around the clock',
    off({ dutySchedule: berlin({ shifts: [{ days: ['mon'], from: '00:00', to: '00:00' }] }) }),
    '2026-06-01T10:00Z',
    true,
    '2026-06-01T22:00Z',
  ],
])('%s', (_name, person, at, onDuty, changesAt) => {
  expect(dutyAt(person, new Date(at))).toEqual({ onDuty, changesAt: changesAt && new Date(changesAt) })
})

describe('where clocks change', () => {
  /** Berlin: to summer time on 2026-03-29 at 02:00, back on 2026-10-25 at 03:00. New York: 2026-03-08, 2026-11-01. */
  test.each<[string, string, Shift, string, boolean, string]>([
    ['the last shift in winter', 'Europe/Berlin', office, '2026-03-27T08:00Z', true, '2026-03-27T16:00Z'],
    ['the first in summer', 'Europe/Berlin', office, '2026-03-30T07:00Z', true, '2026-03-30T15:00Z'],
    ['the short night', 'Europe/Berlin', night, '2026-03-28T21:00Z', true, '2026-03-29T04:00Z'],
    ['the long night', 'Europe/Berlin', night, '2026-10-24T20:00Z', true, '2026-10-25T05:00Z'],
    [
      'a shift that begins in the skipped hour',
      'Europe/Berlin',
      { days: ['sun'], from: '02:30', to: '10:00' },
      '2026-03-29T01:30Z',
      true,
      '2026-03-29T08:00Z',
    ],
    [
      'and not before',
      'Europe/Berlin',
      { days: ['sun'], from: '02:30', to: '10:00' },
      '2026-03-29T01:29Z',
      false,
      '2026-03-29T01:30Z',
    ],
    [
      'a shift that ends in the repeated hour ends the first time',
      'Europe/Berlin',
      { days: ['sat'], from: '22:00', to: '02:30' },
      '2026-10-25T00:29Z',
      true,
      '2026-10-25T00:30Z',
    ],
    ['New York, in between', 'America/New_York', office, '2026-03-09T13:00Z', true, '2026-03-09T21:00Z'],
    ['a zone off by 45 minutes', 'Asia/Kathmandu', office, '2026-06-01T03:15Z', true, '2026-06-01T11:15Z'],
    ['a zone without summer time', 'Asia/Tokyo', office, '2026-07-01T00:00Z', true, '2026-07-01T08:00Z'],
  ])('%s', (_name, timeZone, shift, at, onDuty, changesAt) => {
    const person = off({ dutySchedule: { timeZone, shifts: [shift], absences: [] } })
    expect(dutyAt(person, new Date(at))).toEqual({ onDuty, changesAt: new Date(changesAt) })
  })
})

test('an absence ends at local midnight', () => {
  const absent = { dutySchedule: berlin({ absences: [{ from: '2026-10-25', to: '2026-10-25' }] }) }
  expect(absentUntil(absent, new Date('2026-10-24T21:59Z'))).toBeNull()
  expect(absentUntil(absent, new Date('2026-10-25T22:30Z'))).toEqual(new Date('2026-10-25T23:00Z'))
})

describe('what is stored', () => {
  test.each<[string, object, string]>([
    [
      'ends before it begins',
      berlin({ absences: [{ from: '2026-06-02', to: '2026-06-01' }] }),
      'It ends before',
    ],
    [
      'no such day',
      berlin({ absences: [{ from: '2026-02-30', to: '2026-03-01' }] }),
      'Choose the first day.',
    ],
    ['no days', berlin({ shifts: [{ ...office, days: [] }] }), 'Choose at least one day.'],
    ['no such time', berlin({ shifts: [{ ...office, to: '24:00' }] }), 'Give a time of day'],
    ['no such zone', berlin({ timeZone: 'Europe/Atlantis' }), 'Unknown time zone.'],
    ['an offset', berlin({ timeZone: '+02:00' }), 'Unknown time zone.'],
    ['too many', berlin({ shifts: Array.from({ length: 15 }, () => office) }), '14'],
  ])('refused: %s', (_name, schedule, message) => {
    expect(dutyScheduleSchema.safeParse(schedule).error?.message).toContain(message)
  })
})
