import { updateOrCreate } from '../../database/documentdb.ts'
import { tooMany } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { networkOf } from '../../network-address.ts'
import type { Database } from '../../open-database.ts'
import type { AttemptCount } from './attempt-model.ts'
import { type AttemptPolicy, attemptSteps, undoSteps, windowEnd } from './attempt-steps.ts'

const windowMs = 15 * 60_000
const perAccount: AttemptPolicy = { free: 10, firstDelayMs: 15_000, maxDelayMs: 5 * 60_000, windowMs }
const perAddress: AttemptPolicy = { free: 100, firstDelayMs: 15_000, maxDelayMs: 60_000, windowMs }
/** A code has only a million values: who knows the password may try a few dozen a day (OWASP ASVS 5.0, 6.6.3). */
const perCode: AttemptPolicy = {
  free: 5,
  firstDelayMs: 30_000,
  maxDelayMs: 3_600_000,
  windowMs: 24 * 3_600_000,
}

/**
 * `purpose` counts attempts apart from those at sign-in: who asks for many resets keeps nobody from signing in.
 * `account` identifies the account by one spelling, or each spelling of an address would have attempts of its own.
 * `address` is the network address; without one, only the account's attempts are limited. `device` is one that was
 * signed in to this account before: its attempts are counted for it alone, so others can't keep its owner out.
 */
export type Attempt = {
  purpose?: 'sign-up' | 'reset' | 'password' | 'code'
  account: string
  address?: string
  device?: string | undefined
}

/**
 * Slows failed attempts down: after 10 per account and 100 per network address, each is followed by a pause that doubles,
 * up to 5 minutes and 1 minute. A quarter of an hour without one, and the count restarts. Codes of a second factor are
 * fewer: after 5 the pauses go up to an hour, and the count restarts after a day. The database counts attempts for all
 * processes. Accounts that do not exist are counted too.
 */
export function createAttemptLimits({ attempts }: Pick<Database, 'attempts'>, now: () => Date) {
  const countedFor = ({ purpose }: Attempt, id: string) => (purpose ? `${purpose}:${id}` : id)
  const ofAccount = (attempt: Attempt) =>
    `${attempt.device ? `device:${attempt.device}` : 'account'}:${countedFor(attempt, attempt.account)}`
  const ofAddress = (attempt: Attempt) =>
    attempt.address === undefined || attempt.device
      ? null
      : `address:${countedFor(attempt, networkOf(attempt.address))}`

  const update = (key: string, steps: object[]) =>
    attempts
      .findOneAndUpdate({ _id: key }, steps as never, { returnDocument: 'after', updatePipeline: true })
      .lean<AttemptCount>()

  /** @throws too-many during the pause after an earlier attempt */
  async function beginOne(key: string, policy: AttemptPolicy) {
    const id = newId()
    const at = now()
    const steps = attemptSteps(id, at, policy)
    const { last, retryAt = at } = await updateOrCreate<AttemptCount>(
      () => update(key, steps),
      () => attempts.create(firstAttempt(key, id, at, policy)),
    )
    if (last !== id) throw waitUntil(retryAt, at)
  }

  const undo = (key: string) => update(key, undoSteps(now()))

  /**
   * Counts an attempt as failed before it is made, so simultaneous ones can't get around the limit. One that the network
   * address may not make is not counted for the account.
   * @throws too-many
   */
  async function begin(attempt: Attempt) {
    const address = ofAddress(attempt)
    if (address !== null) await beginOne(address, perAddress)
    try {
      await beginOne(ofAccount(attempt), attempt.purpose === 'code' ? perCode : perAccount)
    } catch (error) {
      if (address !== null) await undo(address)
      throw error
    }
  }

  /** Takes a successful attempt off the count of its address, and resets the count of its account or device. */
  async function succeeded(attempt: Attempt) {
    await attempts.deleteOne({ _id: ofAccount(attempt) })
    const address = ofAddress(attempt)
    if (address !== null) await undo(address)
  }

  return { begin, succeeded }
}

export type AttemptLimits = ReturnType<typeof createAttemptLimits>

const firstAttempt = (key: string, id: string, at: Date, policy: AttemptPolicy): AttemptCount => ({
  ...{ _id: key, count: 1, delayMs: 0, retryAt: at, last: id },
  expiresAt: windowEnd(at, policy),
})

function waitUntil(retryAt: Date, at: Date) {
  const seconds = Math.max(1, Math.ceil((retryAt.getTime() - at.getTime()) / 1_000))
  return tooMany('Too many attempts. Wait a while and try again.', seconds)
}
