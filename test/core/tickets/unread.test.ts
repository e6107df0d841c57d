import { expect, test } from 'vitest'
import { isUnread } from '../../../core/tickets/read-marks/unread.ts'
import { personOf } from '../../../core/users/user.ts'
import { ann, later, max, mia, monday, ticketOf } from '../../support/ticket-fixture.ts'

const answered = (who: typeof ann) =>
  ticketOf({
    conversation: { last: { at: later(60), by: personOf(who), side: 'staff' }, waitingSince: null },
  })
const days = (count: number) => new Date(monday.getTime() + count * 86_400_000)

test.each([
  ['a new ticket, to staff', ticketOf(), max, undefined, true],
  ['a new ticket, to its requester', ticketOf(), ann, undefined, false],
  ['a new ticket that was opened', ticketOf(), max, later(1), false],
  ['an answer since', answered(max), ann, later(1), true],
  ['an answer of a ticket never opened', answered(max), ann, undefined, true],
  ['an answer that was read', answered(max), ann, later(61), false],
  ['one’s own answer', answered(max), max, undefined, false],
  ['a colleague’s answer', answered(max), mia, later(1), true],
  ['what is closed', { ...answered(max), status: 'closed' as const }, ann, undefined, false],
])('%s', (_name, ticket, { _id }, readUntil, expected) => {
  expect(isUnread(ticket, _id, { readUntil, now: days(1) })).toBe(expected)
})

test('what lies a month back is read, as its mark is gone', () => {
  expect(isUnread(answered(max), ann._id, { readUntil: undefined, now: days(29) })).toBe(true)
  expect(isUnread(answered(max), ann._id, { readUntil: undefined, now: days(31) })).toBe(false)
})
