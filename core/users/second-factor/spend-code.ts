import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { changeUser } from '../change-user.ts'
import type { User } from '../user.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import type { SecondFactor } from './second-factor.ts'
import { securityMail } from './security-mail.ts'
import { type Proof, spend } from './spend.ts'
import { readTypedCode, type TypedCode } from './typed-code.ts'

export const notSetUp = () => conflict('Two-step sign-in is not set up.')

const wrong = ({ kind }: TypedCode) =>
  invalid(
    'code',
    kind === 'app'
      ? 'This code is wrong or was used before. Enter the next one that your app shows.'
      : 'This recovery code is wrong or was used before.',
  )

/**
 * Uses up a code of the app or a recovery code. Each is good once, for all processes: the update that accepts it is
 * guarded by the account's version.
 * @param device one that was signed in before, or the session: its attempts are counted apart
 * @returns the account afterwards
 * @throws invalid at `code`; too-many; conflict without a second factor
 */
export async function spendCode(
  desk: Desk,
  user: User,
  typed: string,
  origin: Origin,
  device: string | undefined,
): Promise<User> {
  if (!user.secondFactor) throw notSetUp()
  const attempt = { purpose: 'code', account: user._id, address: origin.address ?? '', device } as const
  await desk.attempts.begin(attempt)
  const code = readTypedCode(typed)
  const proof = await proofOf(desk, user.secondFactor, code)
  const spent = proof && (await spendProof(desk, user, proof, origin))
  if (!spent) {
    await recordAuditEvent(desk, {
      actor: null,
      action: 'second-factor-failed',
      about: aboutUser(user),
      origin,
    })
    throw wrong(code)
  }
  await writeAuditNow(desk, spent)
  await desk.attempts.succeeded(attempt)
  return spent
}

async function proofOf(desk: Desk, factor: SecondFactor, { kind, code }: TypedCode): Promise<Proof | null> {
  if (kind === 'recovery') {
    const hash = await hashOfRecoveryCode(desk.passwords, code, factor.recoveryCodes)
    return hash === null ? null : { kind, hash }
  }
  const key = desk.secondFactorSeal.open(factor.secret, factor.id)
  if (key === null) desk.log.error('A second factor can’t be read. Was JWT_SECRET changed?')
  return key === null ? null : { kind, code, key }
}

/** @returns null when the code is wrong, also when another request was faster with it */
async function spendProof(desk: Desk, user: User, proof: Proof, origin: Origin): Promise<User | null> {
  let isSpent = false
  const after = await changeUser(desk, user._id, (now) => {
    const isSame = now.active && now.secondFactor?.id === user.secondFactor?.id
    const secondFactor = isSame && now.secondFactor ? spend(now.secondFactor, proof, desk.now()) : null
    isSpent = secondFactor !== null
    return secondFactor && { set: { secondFactor }, effects: effectsOf(proof, now, origin) }
  })
  return isSpent ? after : null
}

const effectsOf = ({ kind }: Proof, user: User, origin: Origin): AccountEffect[] =>
  kind === 'recovery'
    ? [
        auditEffect({ actor: user, action: 'recovery-code-used', about: aboutUser(user), origin }),
        securityMail('recovery-code-used'),
      ]
    : []
