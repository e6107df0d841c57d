import { expect, test } from 'vitest'
import { stepsFor } from '../../../../admin-web/src/features/setup/steps.ts'
import type { ServiceState } from '../../../../admin-web/src/shared/http/answers.ts'

const health = (slack: ServiceState['state'], discord: ServiceState['state']) => ({
  status: 'ok' as const,
  services: { slack: { state: slack, detail: '' }, discord: { state: discord, detail: '' } },
  pending: { documents: 0, oldestSeconds: 0 },
})

test.each([
  ['a new desk', health('not configured', 'not configured'), 1, []],
  ['somebody else has an account', health('not configured', 'not configured'), 2, ['Invite your team']],
  ['Slack is connected', health('up', 'not configured'), 1, ['Connect Slack']],
  [
    'a service that is down is connected all the same',
    health('down', 'up'),
    1,
    ['Connect Slack', 'Connect Discord'],
  ],
])('%s', (_case, state, accounts, done) => {
  expect(
    stepsFor(state, accounts)
      .filter((step) => step.done)
      .map((step) => step.label),
  ).toEqual(done)
})
