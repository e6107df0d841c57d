import { expect, test } from 'vitest'
import { progressWords } from '../../../../../admin-web/src/features/ticket/facts/progress-words.ts'

const max = { id: '1', name: 'Max Moser' }
const uma = { id: '2', name: 'Uma Patel' }

test.each([
  ['open', null, /finding the right person/],
  ['open', max, /^Max Moser is going to look at it/],
  ['in_progress', max, /^Max Moser is working on it/],
  ['waiting', max, /^Max Moser needs an answer from you/],
  ['resolved', max, /^Max Moser has resolved it.*opens again/],
  ['closed', max, /file a new ticket/],
] as const)('%s: who has it, and what comes next', (status, assignee, words) => {
  expect(
    progressWords({ status, assignee, requester: uma, source: 'web', usualAnswerMinutes: null }).join(' '),
  ).toMatch(words)
})

const told = { assignee: max, requester: uma, source: 'web', usualAnswerMinutes: null } as const

test.each([
  [1, 'an hour'],
  [60, 'an hour'],
  [61, '2 hours'],
  [1_440, '24 hours'],
  [1_441, '2 days'],
])('an answer usually comes within %i minutes: %s', (usualAnswerMinutes, span) => {
  const words = (status: 'open' | 'resolved') =>
    progressWords({ ...told, status, usualAnswerMinutes }).join(' ')
  expect(words('open')).toContain(`usually get an answer within ${span}.`)
  expect(words('resolved')).not.toContain('usually')
})

test('the answer comes where the ticket was filed', () => {
  const at = (source: 'slack' | 'web') => progressWords({ ...told, status: 'in_progress', source }).join(' ')
  expect(at('slack')).toContain('in Slack')
  expect(at('web')).toContain('by e-mail')
})
