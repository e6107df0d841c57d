import { expect, test } from 'vitest'
import { withoutLoads } from '../../../core/tickets/without-loads.ts'
import { chooseAssignee, type Moderator } from '../../../core/triage/choose-assignee.ts'
import { monday } from '../../support/ticket-fixture.ts'

const ticket = { skills: ['VPN'], category: 'Network', requester: { id: 'ann', name: 'Ann' } }
const moderator = (more: Partial<Moderator> = {}): Moderator => ({
  ...{ _id: 'max', name: 'Max', skills: [], load: 3, weightedLoad: 3, capacity: 10 },
  lastAssignedAt: null,
  ...more,
})

test.each<[string, Moderator[], string]>([
  ['a skill', [moderator({ skills: ['VPN'] })], 'knows VPN'],
  ['a tie', [moderator(), moderator({ _id: 'mia' })], 'nobody on duty has the skills'],
  [
    'affinity',
    [moderator({ affinity: new Map([['Network', 0.8]]) }), moderator({ _id: 'a' })],
    'nobody on duty has the skills',
  ],
  ['nobody free', [moderator({ load: 10 })], 'Nobody is free at the moment.'],
  ['nobody on duty', [], 'No moderator is on duty.'],
])('the reason without how much moderators have: %s', (_name, moderators, shown) => {
  expect(withoutLoads(chooseAssignee(ticket, moderators, monday).reason)).toBe(shown)
})
