import { expect, test } from 'vitest'
import { logInPath, returnPath } from '../../../../admin-web/src/shared/session/return-path.ts'

const origin = 'https://desk.example'

test.each([
  ['/tickets/abc?status=all#history', '/tickets/abc?status=all#history'],
  ['/queue', '/queue'],
  ['/users/../queue', '/queue'],
  [null, '/'],
  ['', '/'],
  ['queue', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/.//evil.example/', '/'],
  ['/%2F/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['\u0000//evil.example', '/'],
  ['/login', '/'],
  ['/login?from=/login', '/'],
  ['/welcome#secret', '/'],
])('after log-in, %j leads to %j', (wanted, path) => {
  expect(returnPath(wanted, origin)).toBe(path)
})

test('the log-in page gets the path of the page that was asked for, not its fragment', () => {
  expect(logInPath(`${origin}/queue?status=all#x`)).toBe('/login?from=%2Fqueue%3Fstatus%3Dall')
  expect(logInPath(`${origin}/`)).toBe('/login')
})
