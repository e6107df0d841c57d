import { describe, expect, test } from 'vitest'
import { dutyEnd } from '../../../../core/users/duty/duty-end.ts'

const now = new Date('2026-07-01T15:00:00Z')
const at = (text: string, timeZone = 'UTC') => dutyEnd(text, now, timeZone).toISOString()

describe('when a duty ends', () => {
  test.each([
    ['2h', 'UTC', '2026-07-01T17:00:00.000Z'],
    ['90 M', 'UTC', '2026-07-01T16:30:00.000Z'],
    ['24h', 'UTC', '2026-07-02T15:00:00.000Z'],
    ['17:30', 'UTC', '2026-07-01T17:30:00.000Z'],
    [' 9:05 ', 'UTC', '2026-07-02T09:05:00.000Z'],
    ['15:00', 'UTC', '2026-07-02T15:00:00.000Z'],
    ['17:30', 'Europe/Berlin', '2026-07-01T15:30:00.000Z'],
    ['00:00', 'America/New_York', '2026-07-02T04:00:00.000Z'],
  ])('%j in %s is %s', (text, timeZone, end) => {
    expect(at(text, timeZone)).toBe(end)
  })

  test.each(['', 'tomorrow', '24:00', '12:60', '0h', '0m', '25h', '1441m', '-2h', '1e3h', '17:30:00', '5'])(
    '%j is refused with an example',
    (text) => expect(() => at(text)).toThrow('Give a time of day such as 17:30'),
  )
})
