import type { SecondFactor } from './second-factor.ts'
import { acceptedStep } from './totp.ts'

/** A code from the app with the app's key, or the stored hash of a recovery code. */
export type Proof = { kind: 'app'; code: string; key: string } | { kind: 'recovery'; hash: string }

/** @returns the second factor after a code was used, or null when the code is wrong or was used before */
export function spend(factor: SecondFactor, proof: Proof, at: Date): SecondFactor | null {
  if (proof.kind === 'app') {
    const step = acceptedStep(proof.key, proof.code, factor.lastStep, at)
    return step === null ? null : { ...factor, lastStep: step }
  }
  const left = factor.recoveryCodes.filter((hash) => hash !== proof.hash)
  return left.length < factor.recoveryCodes.length ? { ...factor, recoveryCodes: left } : null
}
