import { expect, test } from 'vitest'
import { readConfiguration } from '../../../../core/configuration/configuration.ts'
import { assertMaySignUp } from '../../../../core/users/mail-links/may-sign-up.ts'

const rule = (setting: string) => readConfiguration({ DESK_SIGN_UP: setting }).signUp

test.each([
  ['open', 'ann@anywhere.example'],
  ['example.com', 'ann@example.com'],
  ['example.com, example.org', 'ann@Example.ORG'],
  ['@example.com', 'ann@EXAMPLE.com'],
  ['bücher.example', 'ann@xn--bcher-kva.example'],
  ['xn--bcher-kva.example', 'ann@bücher.example'],
])('%s: %s may sign up', (setting, email) => {
  expect(() => assertMaySignUp(rule(setting), email)).not.toThrow()
})

test.each([
  ['closed', 'ann@example.com', /closed/],
  ['example.com', 'ann@example.org', /at example\.com/],
  ['example.com', 'ann@evil-example.com', /at example\.com/],
  ['example.com', 'ann@sub.example.com', /at example\.com/],
  ['example.com', 'ann@example.com.evil.example', /at example\.com/],
])('%s: %s may not', (setting, email, words) => {
  expect(() => assertMaySignUp(rule(setting), email)).toThrow(words)
})

test.each(['opened', 'example', 'example.com;example.org', 'a@b@c.example', 'example.com,,'])(
  '%s is no such setting',
  (setting) => {
    expect(() => rule(setting)).toThrow(/DESK_SIGN_UP must be open, closed/)
  },
)
