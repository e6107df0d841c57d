import { expect, test } from 'vitest'
import type { Health } from '../../core/health.ts'
import { announcement } from '../../start/announce.ts'

const up = { state: 'up', detail: 'connected' } as const
const absent = { state: 'not configured', detail: 'set its token' } as const
const services: Health['services'] = {
  database: up,
  inngest: up,
  mail: { state: 'down', detail: 'does not answer' },
  'mail-in': absent,
  slack: absent,
  discord: absent,
  gemini: absent,
}

type Different = {
  chat?: Partial<Health['services']>
  standIns?: Parameters<typeof announcement>[0]['services']['standIns']
  playgroundUrl?: string
}

const announced = ({ chat, standIns = { database: 'DocumentDB' }, playgroundUrl }: Different = {}) =>
  announcement({
    url: 'http://localhost:5000',
    health: {
      status: 'ok',
      services: { ...services, ...chat },
      pending: { documents: 0, oldestSeconds: 0 },
    },
    services: { standIns, problems: [] },
    playgroundUrl,
    setupToken: null,
    startedInMs: 3_049,
  })

test('names the address, how long it took, and each service', () => {
  expect(announced().split('\n').slice(0, 11)).toEqual([
    '',
    'Deskbridge is up after 3.0 s: http://localhost:5000',
    '',
    '  ✓ database  DocumentDB',
    '  ✓ inngest   connected',
    '  ✗ mail      down: does not answer',
    '  - mail-in   not configured: set its token',
    '  - slack     not configured: set its token',
    '  - discord   not configured: set its token',
    '  - gemini    not configured: set its token',
    '',
  ])
})

const link = 'http://localhost:5001/#token'
const hint = 'To try it without Slack and Discord'

test.each([
  ['a playground', { playgroundUrl: link, chat: { slack: up, discord: up } }, link, hint],
  ['no chat', {}, hint, 'in the playground'],
])('with %s says how to try it', (_, different, said, unsaid) => {
  expect(announced(different)).toContain(said)
  expect(announced(different)).not.toContain(unsaid)
})

test.each([
  ['Slack', { chat: { slack: up } }],
  ['Discord', { chat: { discord: up } }],
  ['services of its own, as in production', { standIns: {} }],
])('a desk with %s needs no playground', (_, different) => {
  expect(announced(different)).not.toContain('To try it')
})
