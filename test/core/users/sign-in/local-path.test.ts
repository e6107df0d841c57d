import { expect, test } from 'vitest'
import { localPath } from '../../../../core/users/sign-in/local-path.ts'

test.each([
  ['/tickets/42?tab=2#last', '/tickets/42?tab=2#last'],
  ['/', '/'],
  [undefined, '/'],
  [null, '/'],
  ['', '/'],
  ['tickets', '/'],
  ['//evil.example', '/'],
  ['///evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  [' //evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/@evil.example', '/@evil.example'],
  ['/tickets\r\nSet-Cookie: a=b', '/ticketsSet-Cookie:%20a=b'],
  ['/api/auth/me', '/'],
  ['/API/auth/me', '/'],
  ['/x/../api/auth/openid/sso', '/'],
  ['/unsubscribe/abc', '/'],
  [`/${'x'.repeat(500)}`, '/'],
])('%j leads to %j', (wanted, path) => {
  expect(localPath(wanted)).toBe(path)
})
