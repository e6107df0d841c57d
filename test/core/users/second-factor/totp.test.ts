import { Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { acceptedStep, newTotpKey, totpUri } from '../../../../core/users/second-factor/totp.ts'

/** The key and the codes of RFC 6238, appendix B, whose codes have two digits more. */
const key = Secret.fromUTF8('12345678901234567890').base32
const at = (seconds: number) => new Date(seconds * 1_000)

test.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_111_111_111, '050471', 37_037_037],
  [1_234_567_890, '005924', 41_152_263],
  [2_000_000_000, '279037', 66_666_666],
  [20_000_000_000, '353130', 666_666_666],
])('at %i s the code of RFC 6238 is right', (seconds, code, step) => {
  expect(acceptedStep(key, code, 0, at(seconds))).toBe(step)
})

describe('the code of step 37,037,037 (1,111,111,110 s to 1,111,111,139 s)', () => {
  const [code, step] = ['050471', 37_037_037]
  test.each<[string, number, number, number | null]>([
    ['is good when the phone is a step behind', 1_111_111_140, 0, step],
    ['is good until the next step ends', 1_111_111_169, 0, step],
    ['is over after that', 1_111_111_170, 0, null],
    ['is good when the phone is a step ahead', 1_111_111_080, 0, step],
    ['is not good before that', 1_111_111_079, 0, null],
    ['is good after one of the step before was used', 1_111_111_111, step - 1, step],
    ['is good once', 1_111_111_111, step, null],
    ['is over once a later one was used', 1_111_111_111, step + 1, null],
  ])('%s', (_name, seconds, lastStep, expected) => {
    expect(acceptedStep(key, code, lastStep, at(seconds))).toBe(expected)
  })
})

test.each(['', '5047', '50471', '0504711', '05047a', '  050471', 'A'.repeat(6)])('refuses "%s"', (code) => {
  expect(acceptedStep(key, code, 0, at(1_111_111_111))).toBeNull()
})

test('a key has 160 random bits, and its URI is what apps read', () => {
  const [one, other] = [newTotpKey(), newTotpKey()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  const uri = new URL(totpUri(one, 'a:b+ü@example.com'))
  expect(uri.href).toMatch(/^otpauth:\/\/totp\/Deskbridge:/)
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    ...{ issuer: 'Deskbridge', secret: one, algorithm: 'SHA1', digits: '6', period: '30' },
  })
})
