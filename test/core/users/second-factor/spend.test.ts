import { HOTP, Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { type Proof, spend } from '../../../../core/users/second-factor/spend.ts'

const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const step = 60_000_000
const now = new Date(step * 30_000)
const factor = { id: 'f1', secret: 'sealed', since: now, lastStep: step - 5, recoveryCodes: ['one', 'two'] }
const codeOf = (counter: number): Proof => ({
  kind: 'app',
  code: HOTP.generate({ secret: Secret.fromBase32(key), counter }),
  key,
})

test.each<[string, Proof, object | null]>([
  ['a code is noted by its step', codeOf(step), { lastStep: step }],
  ['so is an early one', codeOf(step + 1), { lastStep: step + 1 }],
  ['a code from long ago is refused', codeOf(step - 2), null],
  ['a recovery code is taken off', { kind: 'recovery', hash: 'one' }, { recoveryCodes: ['two'] }],
  ['one that is not there is refused', { kind: 'recovery', hash: 'three' }, null],
])('%s', (_name, proof, expected) => {
  const spent = spend(factor, proof, now)
  expect(spent).toEqual(expected && { ...factor, ...expected })
  expect(spent && spend(spent, proof, now)).toBeNull()
})
