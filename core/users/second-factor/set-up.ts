import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { assertRecentPassword } from '../sign-in/confirm-password.ts'
import { endSessionsOf, signOutEffect } from '../sign-in/end-session.ts'
import type { User } from '../user.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { securityMail } from './security-mail.ts'
import { acceptedStep, newTotpKey, totpUri } from './totp.ts'
import { codeSchema, readTypedCode } from './typed-code.ts'

const setUpLastsMs = 15 * 60_000

export const beginSetUpSchema = z.strictObject({
  password: z.string().max(1_000).optional().describe('needed an hour after signing in'),
})
export const finishSetUpSchema = z.strictObject({
  setUp: z.string().min(1).max(2_000).describe('from the answer to the first step'),
  code: codeSchema,
})

/** A person in one of their sessions. */
export type InSession = { user: User; session: string }

const pendingSchema = z.object({ key: z.string(), until: z.number() })

const contextOf = ({ user }: InSession) => `set up:${user._id}`

const alreadyOn = () => conflict('Two-step sign-in is already on. Turn it off first to use another phone.')

/**
 * First step: makes a key for the authenticator app. Nothing is stored before `finishSetUp`.
 * @returns the key in base32, the same as a URI for the QR code, and what the second step needs
 * @throws conflict when it is on already; invalid at `password` an hour after signing in; too-many
 */
export async function beginSetUp(desk: Desk, by: InSession, input: z.infer<typeof beginSetUpSchema>) {
  if (by.user.secondFactor) throw alreadyOn()
  await assertRecentPassword(desk, by.user, by.session, input.password)
  const key = newTotpKey()
  const pending: z.infer<typeof pendingSchema> = { key, until: desk.now().getTime() + setUpLastsMs }
  const setUp = desk.secondFactorSeal.close(JSON.stringify(pending), contextOf(by))
  return { key, uri: totpUri(key, by.user.email ?? by.user.name), setUp }
}

/**
 * Second step: a code shows that the app has the key. From then on signing in needs a code, and other devices are signed out.
 * @returns the recovery codes, which can't be read again
 * @throws invalid at `code` or `setUp`; conflict when it is on already
 */
export async function finishSetUp(
  desk: Desk,
  by: InSession,
  input: z.infer<typeof finishSetUpSchema>,
  origin: Origin,
): Promise<string[]> {
  const key = pendingKey(desk, by, input.setUp)
  const lastStep = acceptedStep(key, readTypedCode(input.code).code, 0, desk.now())
  if (lastStep === null)
    throw invalid(
      'code',
      'This code is wrong. Check that the clock of your phone is right, and try the next one.',
    )
  if (by.user.secondFactor) throw alreadyOn()
  const { codes, hashes } = await newRecoveryCodes(desk.passwords)
  const id = newId()
  const secret = desk.secondFactorSeal.close(key, id)
  const changed = await changeUser(desk, by.user._id, (user) => {
    if (user.secondFactor) throw alreadyOn()
    return {
      set: { secondFactor: { id, secret, since: desk.now(), lastStep, recoveryCodes: hashes } },
      effects: [
        auditEffect({ actor: user, action: 'second-factor-on', about: aboutUser(user), origin }),
        securityMail('second-factor-on'),
        signOutEffect({ keep: by.session }),
      ],
    }
  })
  await writeAuditNow(desk, changed)
  await endSessionsOf(desk, changed._id, by.session)
  return codes
}

function pendingKey(desk: Desk, by: InSession, setUp: string): string {
  const text = desk.secondFactorSeal.open(setUp, contextOf(by))
  const pending = text === null ? null : pendingSchema.parse(JSON.parse(text))
  if (!pending || pending.until < desk.now().getTime())
    throw invalid('setUp', 'Setting up took too long. Start again and scan the new code.')
  return pending.key
}
