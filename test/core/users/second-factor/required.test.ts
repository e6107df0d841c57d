import { expect, test } from 'vitest'
import { needsSetUp } from '../../../../core/users/second-factor/required.ts'

const secondFactor = { id: 'f', secret: 's', since: new Date(), lastStep: 0, recoveryCodes: [] }

test.each([
  ['optional', 'admin', false, false],
  ['optional', 'user', false, false],
  ['required', 'admin', false, true],
  ['required', 'moderator', false, true],
  ['required', 'user', false, false],
  ['required', 'admin', true, false],
  ['required', 'moderator', true, false],
] as const)('%s: %s, set up: %s, has to set it up: %s', (rule, role, isSetUp, expected) => {
  expect(needsSetUp(rule, { role, ...(isSetUp ? { secondFactor } : {}) })).toBe(expected)
})
