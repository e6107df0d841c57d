import { updateOrCreate } from '../../database/documentdb.ts'
import { tooMany } from '../../errors.ts'
import type { Database } from '../../open-database.ts'
import type { AttemptCount } from './attempt-model.ts'

const windowMs = 15 * 60_000
const maxOfAccount = 10
const maxOfAddress = 100

/**
 * `account`: what names it, in one way only, or each way of writing an address would have tries of its own; `address`: the
 * network address it came from.
 */
export type Attempt = { account: string; address: string }

/**
 * Failed attempts, counted in the database so that every process knows them: 10 an account and 100 an address in
 * 15 minutes. Accounts are counted whether or not they exist.
 */
export function createAttemptLimits({ attempts }: Pick<Database, 'attempts'>, now: () => Date) {
  const ofAccount = ({ account }: Attempt) => `account:${account}`
  const ofAddress = ({ address }: Attempt) => `address:${address}`

  const windowEnd = () => new Date(now().getTime() + windowMs)

  /** One more under this key, or the first of a new window, where one has been counted before. */
  const addToKnown = (key: string) => {
    const running = { $gt: ['$expiresAt', now()] }
    const counted = {
      count: { $cond: [running, { $add: ['$count', 1] }, 1] },
      expiresAt: { $cond: [running, '$expiresAt', windowEnd()] },
    }
    const options = { returnDocument: 'after', updatePipeline: true } as const
    return attempts.findOneAndUpdate({ _id: key }, [{ $set: counted }], options).lean<AttemptCount>()
  }

  const add = (key: string) =>
    updateOrCreate<AttemptCount>(
      () => addToKnown(key),
      () => attempts.create({ _id: key, count: 1, expiresAt: windowEnd() }),
    )

  async function assertFewer(key: string, max: number) {
    const { count, expiresAt } = await add(key)
    if (count <= max) return
    const seconds = Math.ceil((expiresAt.getTime() - now().getTime()) / 1_000)
    throw tooMany('Too many attempts. Wait a while and try again.', seconds)
  }

  /** Counts an attempt before it is made, so that simultaneous ones can't slip by. @throws too-many */
  async function begin(attempt: Attempt) {
    await assertFewer(ofAccount(attempt), maxOfAccount)
    await assertFewer(ofAddress(attempt), maxOfAddress)
  }

  /** A success was no failed attempt: it is taken off again, and the account's earlier ones are forgiven. */
  async function succeeded(attempt: Attempt) {
    await attempts.deleteOne({ _id: ofAccount(attempt) })
    await attempts.updateOne({ _id: ofAddress(attempt), count: { $gt: 0 } }, { $inc: { count: -1 } })
  }

  return { begin, succeeded }
}

export type AttemptLimits = ReturnType<typeof createAttemptLimits>
