import { expect, test } from 'vitest'
import { type Plan, planFor } from '../../../../core/notifications/scheduled/plan.ts'
import {
  defaultPreferences,
  type Preferences,
  weekdays,
} from '../../../../core/users/preferences/preferences.ts'

const person = { email: 'max@example.com', discord: '200000000000000001' }
const night = new Date('2026-03-02T23:00Z')
const day = new Date('2026-03-02T12:00Z')
const morning = new Date('2026-03-03T07:00Z')
const eight = new Date('2026-03-03T08:00Z')

const usual = defaultPreferences
const quiet: Preferences = { ...usual, quietHours: { from: '22:00', to: '07:00', days: [...weekdays] } }
const digest: Preferences = { ...quiet, digest: { on: true, at: '08:00' } }
const off: Preferences = { ...quiet, matrix: { mentioned: { mail: false, discord: false } } }

type Asked = Partial<Parameters<typeof planFor>[0]>
const send: Plan = { action: 'send' }
const cases: [string, Asked, Plan][] = [
  ['at once by default', { now: night }, send],
  ['at once by day', { preferences: quiet, now: day }, send],
  ['after the quiet hours', { preferences: quiet }, { action: 'defer', until: morning }],
  ['not at all what is off', { preferences: off }, { action: 'drop' }],
  ['not where one has no account', { channel: 'slack' }, { action: 'drop' }],
  ['in the digest, at its own hour', { preferences: digest }, { action: 'digest', until: eight }],
  ['in the digest by day too', { preferences: digest, now: day }, { action: 'digest', until: eight }],
  ['a chat is in no digest', { preferences: digest, channel: 'discord', now: day }, send],
  ['but has quiet hours', { preferences: digest, channel: 'discord' }, { action: 'defer', until: morning }],
  [
    'an assignment waits as well',
    { preferences: quiet, topic: 'assigned' },
    { action: 'defer', until: morning },
  ],
  [
    'an urgent one does not',
    { preferences: digest, topic: 'assigned', ticket: { priority: 'urgent' } },
    send,
  ],
  [
    'news of an urgent ticket do',
    { preferences: quiet, ticket: { priority: 'urgent' } },
    { action: 'defer', until: morning },
  ],
  [
    'what is locked is in no digest',
    {
      topic: 'assigned',
      preferences: { ...digest, matrix: { assigned: { discord: false } } },
      now: day,
    },
    send,
  ],
]

test.each(cases)('%s', (_name, asked, expected) => {
  const mention = { topic: 'mentioned', channel: 'mail', ticket: { priority: null } } as const
  expect(planFor({ ...mention, preferences: usual, person, now: night, ...asked })).toEqual(expected)
})
