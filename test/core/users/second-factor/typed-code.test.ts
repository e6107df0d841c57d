import { expect, test } from 'vitest'
import { readTypedCode } from '../../../../core/users/second-factor/typed-code.ts'

test.each<[string, string, string]>([
  ['123456', 'app', '123456'],
  [' 123 456\n', 'app', '123456'],
  ['123-456', 'app', '123456'],
  ['123\u00a0456', 'app', '123456'],
  ['１２３４５６', 'app', '123456'],
  ['\u200e123456', 'app', '123456'],
  ['12345', 'recovery', '12345'],
  ['1234567', 'recovery', '1234567'],
  ['k7qm2-9xhtd', 'recovery', 'K7QM29XHTD'],
  ['K7QM2–9XHTD', 'recovery', 'K7QM29XHTD'],
  ['K7QM2 9XHTD', 'recovery', 'K7QM29XHTD'],
])('%j is a code of the kind %s', (text, kind, code) => {
  expect(readTypedCode(text)).toEqual({ kind, code })
})
