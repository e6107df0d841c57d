import { expect, test } from 'vitest'
import { replyVisibility } from '../../../../core/notifications/mail/reply-visibility.ts'

const ticket = { requester: { id: 'kim', name: 'Kim' } }
const requester = { _id: 'kim', role: 'user' } as const
const moderator = { _id: 'max', role: 'moderator' } as const

test.each([
  ['the requester about anything', requester, {}, 'public'],
  ['a moderator about their own ticket', { ...moderator, _id: 'kim' }, {}, 'public'],
  ['an employee who watches', { ...requester, _id: 'eve' }, {}, 'public'],
  ['a moderator about what Kim wrote', moderator, { aboutPublicComment: true }, 'public'],
  ['a moderator about an assignment', moderator, {}, 'internal'],
  ['an admin about a ticket left open', { ...moderator, role: 'admin' }, {}, 'internal'],
] as const)('answers: %s', (_who, person, notice, expected) =>
  expect(replyVisibility(person, ticket, notice)).toBe(expected),
)
