import { describe, expect, test } from 'vitest'
import { nextDigest, quietUntil } from '../../../../core/notifications/scheduled/quiet-hours.ts'
import { clockAt, isTimeZone } from '../../../../core/users/preferences/local-time.ts'
import {
  preferencesSchema,
  type QuietHours,
  weekdays,
} from '../../../../core/users/preferences/preferences.ts'

const nights: QuietHours = { from: '22:00', to: '07:00', days: [...weekdays] }
const lunch: QuietHours = { from: '12:00', to: '13:00', days: ['mon'] }
const weekend: QuietHours = { from: '00:00', to: '00:00', days: ['sat', 'sun'] }
const berlin = 'Europe/Berlin'

// 2026: Berlin sets its clocks forward on 29 March and back on 25 October, at 01:00 UTC; 2 March is a Monday
const cases: [string, QuietHours, string, string, string | null][] = [
  ['in the evening', nights, berlin, '2026-03-02T21:30Z', '2026-03-03T06:00Z'],
  ['after midnight', nights, berlin, '2026-03-03T01:00Z', '2026-03-03T06:00Z'],
  ['at their first moment', nights, berlin, '2026-03-02T21:00Z', '2026-03-03T06:00Z'],
  ['just before', nights, berlin, '2026-03-02T20:59Z', null],
  ['at their end', nights, berlin, '2026-03-03T06:00Z', null],
  ['in the middle of the day', nights, berlin, '2026-03-02T11:00Z', null],
  ['elsewhere it is day', nights, 'America/Los_Angeles', '2026-03-02T21:30Z', null],
  ['at a place with half hours', nights, 'Asia/Kolkata', '2026-03-02T17:00Z', '2026-03-03T01:30Z'],
  ['within a day', lunch, berlin, '2026-03-02T11:30Z', '2026-03-02T12:00Z'],
  ['on another day', lunch, berlin, '2026-03-03T11:30Z', null],
  [
    'a night that began on a day of theirs',
    { ...nights, days: ['fri'] },
    berlin,
    '2026-03-07T03:00Z',
    '2026-03-07T06:00Z',
  ],
  ['a night that did not', { ...nights, days: ['fri'] }, berlin, '2026-03-08T03:00Z', null],
  ['two whole days in a row', weekend, berlin, '2026-03-07T12:00Z', '2026-03-08T23:00Z'],
  ['the short night in spring', nights, berlin, '2026-03-28T23:00Z', '2026-03-29T05:00Z'],
  ['the long night in autumn', nights, berlin, '2026-10-24T23:00Z', '2026-10-25T06:00Z'],
  [
    'an end that the clock skips',
    { ...nights, to: '02:30' },
    berlin,
    '2026-03-29T00:30Z',
    '2026-03-29T01:30Z',
  ],
  [
    'an end that it shows twice',
    { ...nights, to: '02:30' },
    berlin,
    '2026-10-25T00:10Z',
    '2026-10-25T00:30Z',
  ],
  ['after the first of the two', { ...nights, to: '02:30' }, berlin, '2026-10-25T01:10Z', null],
]

describe('quiet hours', () => {
  test.each(cases)('%s', (_name, quietHours, timeZone, at, expected) => {
    const until = quietUntil(new Date(at), { quietHours, timeZone })
    expect(until).toEqual(expected === null ? null : new Date(expected))
  })

  test('none are never', () => {
    expect(quietUntil(new Date(), { quietHours: null, timeZone: berlin })).toBeNull()
  })
})

describe('the next digest', () => {
  test.each([
    ['today', '08:00', berlin, '2026-03-02T05:00Z', '2026-03-02T07:00Z'],
    ['tomorrow', '08:00', berlin, '2026-03-02T07:00Z', '2026-03-03T07:00Z'],
    ['after clocks were set forward', '08:00', berlin, '2026-03-28T12:00Z', '2026-03-29T06:00Z'],
    ['at an hour that is skipped', '02:30', berlin, '2026-03-28T12:00Z', '2026-03-29T01:30Z'],
    [
      'on the other side of the date line',
      '08:00',
      'Pacific/Auckland',
      '2026-03-02T05:00Z',
      '2026-03-02T19:00Z',
    ],
  ])('%s', (_name, at, timeZone, now, expected) => {
    expect(nextDigest(new Date(now), { digest: { on: true, at }, timeZone })).toEqual(new Date(expected))
  })
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+01:00', false],
  ['', false],
  ['x'.repeat(5_000), false],
])('%s is a time zone: %s', (name, expected) => expect(isTimeZone(name)).toBe(expected))

test('a clock on the wall', () => {
  expect(clockAt(new Date('2026-07-01T22:05:59Z'), berlin)).toBe('Thu 00:05')
})

describe('preferences refuse', () => {
  const good = {
    matrix: {},
    timeZone: berlin,
    quietHours: nights,
    digest: { on: true, at: '08:00' },
    fallback: true,
  }
  test('nothing that is right', () => expect(preferencesSchema.parse(good)).toEqual(good))
  test.each([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['a 25th hour', { digest: { on: true, at: '24:10' } }],
    ['no day', { quietHours: { ...nights, days: [] } }],
    ['hours that never end', { quietHours: { ...nights, to: '22:00' } }],
    ['an event that is none', { matrix: { lunch: { mail: true } } }],
    ['a channel that is none', { matrix: { assigned: { fax: true } } }],
  ])('%s', (_name, more) => expect(preferencesSchema.safeParse({ ...good, ...more }).success).toBe(false))
})
