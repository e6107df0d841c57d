import { describe, expect, test } from 'vitest'
import { cellOf, channelsFor, type Reachable } from '../../../core/notifications/channels-for.ts'
import type { Topic } from '../../../core/outbox/topics.ts'
import { channels, eventNames } from '../../../core/users/preferences/events.ts'
import { defaultPreferences, type Preferences } from '../../../core/users/preferences/preferences.ts'

const everywhere: Reachable = {
  email: 'max@example.com',
  slack: { team: 'T1', user: 'U1' },
  discord: '200000000000000001',
}
const onlyMail: Reachable = { email: 'max@example.com' }
const onlyDiscord: Reachable = { email: null, discord: '200000000000000001' }
const choose = (matrix: Preferences['matrix']): Preferences => ({ ...defaultPreferences, matrix })
const usual = defaultPreferences

const cases: [string, Topic, Preferences, Reachable, string[]][] = [
  ['all that one has, by default', 'resolved', usual, everywhere, ['mail', 'slack', 'discord']],
  [
    'of what is seen in chat anyway, by mail only without a chat',
    'commented',
    usual,
    everywhere,
    ['slack', 'discord'],
  ],
  [
    'or in a digest',
    'commented',
    { ...usual, digest: { on: true, at: '08:00' } },
    everywhere,
    ['mail', 'slack', 'discord'],
  ],
  ['and so of a new status', 'status-changed', usual, onlyMail, ['mail']],
  [
    'unless they want the mail, too',
    'commented',
    choose({ commented: { mail: true } }),
    everywhere,
    ['mail', 'slack', 'discord'],
  ],
  ['only where one can be reached', 'resolved', usual, onlyMail, ['mail']],
  ['no mail before the address is known', 'resolved', usual, onlyDiscord, ['discord']],
  ['the open queue by mail only', 'left-open', usual, everywhere, ['mail']],
  [
    'or in chat, if wanted',
    'left-open',
    choose({ 'left-open': { slack: true } }),
    everywhere,
    ['mail', 'slack'],
  ],
  [
    'not what was turned off',
    'commented',
    choose({ commented: { mail: false } }),
    everywhere,
    ['slack', 'discord'],
  ],
  ['another event is as before', 'mentioned', choose({ commented: { mail: false } }), onlyMail, ['mail']],
  ['nothing at all', 'commented', choose({ commented: { mail: false } }), onlyMail, []],
  ['assignments in chat only', 'assigned', choose({ assigned: { mail: false } }), onlyDiscord, ['discord']],
  [
    'assignments by mail if by nothing else',
    'assigned',
    choose({ assigned: { mail: false } }),
    onlyMail,
    ['mail'],
  ],
  [
    'also when both chats are off',
    'assigned',
    choose({ assigned: { mail: false, slack: false, discord: false } }),
    everywhere,
    ['mail'],
  ],
  ['account mails always', 'reset-password', choose({ account: { mail: false } }), everywhere, ['mail']],
  [
    'links to accounts never in chat',
    'account-created',
    choose({ account: { slack: true } }),
    everywhere,
    ['mail'],
  ],
]

describe('a person is notified', () => {
  test.each(cases)('%s', (_name, topic, preferences, person, expected) => {
    expect(channelsFor(topic, preferences, person)).toEqual(expected)
  })
})

test('whatever is locked says why, and nothing else does', () => {
  const locked = eventNames.flatMap((event) =>
    channels
      .filter((channel) => cellOf(event, channel, usual, onlyMail).locked)
      .map((channel) => `${event} ${channel}`),
  )
  expect(locked).toEqual(['assigned mail', 'account mail', 'account slack', 'account discord'])
})
