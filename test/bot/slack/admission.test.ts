import { describe, expect, test } from 'vitest'
import { type Membership, membershipOf, refusalFor } from '../../../bot/slack/admission.ts'
import { handleOf } from '../../../bot/slack/resolve-actor.ts'
import { slackAdmits } from '../../../core/configuration/slack-admits.ts'
import { plainOf } from '../../../core/text/sentence.ts'

const grid = (teams: string[]) => ({ enterprise_user: { id: 'W1', enterprise_id: 'E1', teams } })

describe('what somebody is in the workspace T1', () => {
  test.each<[string, Parameters<typeof membershipOf>[0], Membership]>([
    ['one of its people', { team_id: 'T1' }, 'member'],
    ['a multi-channel guest', { team_id: 'T1', is_restricted: true }, 'guest'],
    ['a single-channel guest', { team_id: 'T1', is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['one of another company, in a shared channel', { team_id: 'T2', is_stranger: false }, 'stranger'],
    ['one of another company, in no channel of the app', { team_id: 'T1', is_stranger: true }, 'stranger'],
    ['a guest of another company', { team_id: 'T2', is_restricted: true }, 'stranger'],
    [
      'one of the same organisation’s other workspace, who is in both',
      { team_id: 'T2', ...grid(['T2', 'T1']) },
      'member',
    ],
    ['one of another workspace of the organisation only', { team_id: 'T2', ...grid(['T2']) }, 'stranger'],
    ['a guest in Enterprise Grid', { team_id: 'T1', is_restricted: true, ...grid(['T1']) }, 'guest'],
    ['somebody whose workspace Slack leaves out', {}, 'member'],
  ])('%s', (_name, user, membership) => expect(membershipOf(user, 'T1')).toBe(membership))
})

test.each<[Membership | null, boolean[]]>([
  ['member', [true, true, true]],
  ['guest', [false, true, true]],
  ['stranger', [false, false, true]],
  [null, [false, true, true]],
])('a %s is let in by members, guests, everyone: %j', (membership, letIn) => {
  expect(slackAdmits.map((admits) => refusalFor(membership, admits) === null)).toEqual(letIn)
})

test('a person who is refused is told whom to ask', () => {
  expect(plainOf(refusalFor('guest', 'members') ?? { parts: [] })).toContain(
    'Ask the colleague who invited you',
  )
})

describe('the sender of an interaction', () => {
  test.each([
    ['of a workspace', { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } }, { team: 'T1', user: 'U1' }],
    [
      'of an organisation’s installation',
      {
        team: null,
        is_enterprise_install: true,
        enterprise: { id: 'E1' },
        user: { id: 'W1', team_id: 'T1' },
      },
      { team: 'T1', user: 'W1' },
    ],
  ])('%s', (_name, body, handle) => expect(handleOf(body)).toEqual(handle))
})
