import { expect, test } from 'vitest'
import { isAuthenticated } from '../../../core/inbound-mail/authentication-results.ts'

const by = (...results: string[]) => isAuthenticated(results, 'mx.example.com', 'ann@corp.example')

test.each([
  [
    'DMARC passes',
    'mx.example.com; spf=pass smtp.mailfrom=corp.example; dmarc=pass (p=REJECT) header.from=corp.example',
  ],
  ['DKIM of the same domain passes', 'mx.example.com; dkim=pass header.d=corp.example header.s=s1'],
  [
    'DKIM of the domain above passes',
    'mx.example.com; dkim=pass (2048-bit key; unprotected) header.d=example'.replace(
      '=example',
      '=corp.example',
    ),
  ],
  ['the server says its version', 'MX.example.com 1; dmarc=pass header.from=corp.example'],
  ['comments hold semicolons', 'mx.example.com; dkim=none (no; signature (at all)); dmarc=pass'],
])('%s', (_what, result) => expect(by(result)).toBe(true))

test.each([
  [
    'DMARC fails, though DKIM of the domain passes',
    'mx.example.com; dkim=pass header.d=corp.example; dmarc=fail',
  ],
  ['nothing was checked', 'mx.example.com; none'],
  ['SPF alone passes', 'mx.example.com; spf=pass smtp.mailfrom=corp.example'],
  ['DKIM of another domain passes', 'mx.example.com; dkim=pass header.d=evil.example'],
  ['DKIM of a domain that only ends alike', 'mx.example.com; dkim=pass header.d=xcorp.example'],
  ['a top-level domain signs', 'mx.example.com; dkim=pass header.d=example'],
  ['another server says so', 'mx.evil.example; dmarc=pass'],
  ['the result stands in a comment', 'mx.example.com; dkim=none (dmarc=pass); dmarc=none'],
  ['a comment hides a semicolon', 'mx.example.com; dkim=none (; dmarc=pass'],
  ['passing is only the beginning of a word', 'mx.example.com; dmarc=passable'],
])('not: %s', (_what, result) => expect(by(result)).toBe(false))

test('only the topmost result of the server counts', () => {
  expect(by('mx.example.com; dmarc=fail', 'mx.example.com; dmarc=pass')).toBe(false)
  expect(by('mx.evil.example; dmarc=pass', 'mx.example.com; dmarc=pass')).toBe(true)
  expect(by()).toBe(false)
})
