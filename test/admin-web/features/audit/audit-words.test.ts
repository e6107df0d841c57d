import { expect, test } from 'vitest'
import {
  aboutWords,
  actionWords,
  changeWords,
  fromWords,
} from '../../../../admin-web/src/features/audit/audit-words.ts'
import type { AuditAction } from '../../../../core/audit/audit-entry.ts'

test.each([
  [{ field: 'role', from: 'user', to: 'moderator' }, 'role: user → moderator'],
  [{ field: 'skills', from: ['C++'], to: [] }, 'skills: C++ → none'],
  [{ field: 'onDuty', from: true, to: false }, 'on duty: yes → no'],
  [{ field: 'scopes', from: null, to: ['tickets:read', 'admin'] }, 'scopes: tickets:read, admin'],
])('a change reads as one line: %j', (change, words) => {
  expect(changeWords(change)).toBe(words)
})

test('what people do to themselves needs no second name', () => {
  const ann = { id: 'a', name: 'Ann Lee' }
  const bo = { kind: 'user' as const, id: 'b', name: 'Bo Chen' }
  expect(aboutWords({ actor: ann, about: { kind: 'user', ...ann } })).toBeNull()
  expect(aboutWords({ actor: ann, about: bo })).toBe('Bo Chen')
  expect(aboutWords({ actor: ann, about: { ...bo, kind: 'api-key', name: 'Monitoring' } })).toBe(
    '“Monitoring”',
  )
})

test('what was done leads on to whom, if that is known', () => {
  const actor = { id: 'a', name: 'Ann Lee' }
  const about = { kind: 'user' as const, id: 'b', name: 'Bo Chen' }
  expect(actionWords({ action: 'sign-in-failed', actor: null, about })).toBe('could not sign in as')
  expect(actionWords({ action: 'sign-in-failed', actor: null, about: null })).toBe('could not sign in')
  expect(actionWords({ action: 'account-changed', actor, about })).toBe('changed the account of')
  expect(actionWords({ action: 'account-created', actor, about })).toBe('created an account for')
})

test('what people do to themselves is a whole sentence without a name', () => {
  const ann = { id: 'a', name: 'Ann Lee' }
  const words = (action: AuditAction) => actionWords({ action, actor: ann, about: { kind: 'user', ...ann } })
  expect(words('account-changed')).toBe('changed their own account')
  expect(words('account-created')).toBe('created an account')
  expect(words('sign-in-failed')).toBe('could not sign in')
  expect(words('delivery-resent')).toBe('resent a message to themselves')
  expect(words('second-factor-reset')).toBe('reset their own two-step sign-in')
})

test('the origin is shown', () => {
  expect(fromWords({ surface: 'web', address: '10.0.0.7' })).toBe('from the console, 10.0.0.7')
  expect(fromWords({ surface: 'terminal', address: null })).toBe('from a terminal')
})
