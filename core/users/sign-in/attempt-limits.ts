import { updateOrCreate } from '../../database/documentdb.ts'
import { tooMany } from '../../errors.ts'
import { networkOf } from '../../network-address.ts'
import type { Database } from '../../open-database.ts'
import type { AttemptCount } from './attempt-model.ts'

const windowMs = 15 * 60_000
const maxPerAccount = 10
const maxPerAddress = 100

/**
 * `account` identifies the account by one spelling, or each spelling of an address would have attempts of its own.
 * `address` is the network address.
 */
export type Attempt = { account: string; address: string }

/**
 * Limits failed attempts to 10 per account and 100 per network address in 15 minutes. They are counted in the database for
 * all processes. Accounts that do not exist are counted too.
 */
export function createAttemptLimits({ attempts }: Pick<Database, 'attempts'>, now: () => Date) {
  const ofAccount = ({ account }: Attempt) => `account:${account}`
  const ofAddress = ({ address }: Attempt) => `address:${networkOf(address)}`

  const windowEnd = () => new Date(now().getTime() + windowMs)

  /** Adds one to an existing count, or starts it again at one when its window is over. */
  const addToExisting = (key: string) => {
    const isOpen = { $gt: ['$expiresAt', now()] }
    const counted = {
      count: { $cond: [isOpen, { $add: ['$count', 1] }, 1] },
      expiresAt: { $cond: [isOpen, '$expiresAt', windowEnd()] },
    }
    const options = { returnDocument: 'after', updatePipeline: true } as const
    return attempts.findOneAndUpdate({ _id: key }, [{ $set: counted }], options).lean<AttemptCount>()
  }

  const add = (key: string) =>
    updateOrCreate<AttemptCount>(
      () => addToExisting(key),
      () => attempts.create({ _id: key, count: 1, expiresAt: windowEnd() }),
    )

  async function assertAtMost(key: string, max: number) {
    const { count, expiresAt } = await add(key)
    if (count <= max) return
    const seconds = Math.ceil((expiresAt.getTime() - now().getTime()) / 1_000)
    throw tooMany('Too many attempts. Wait a while and try again.', seconds)
  }

  /** Counts an attempt before it is made, so simultaneous ones can't exceed the limit. @throws too-many */
  async function begin(attempt: Attempt) {
    await assertAtMost(ofAccount(attempt), maxPerAccount)
    await assertAtMost(ofAddress(attempt), maxPerAddress)
  }

  /** Takes a successful attempt off the count of its address, and resets the count of its account. */
  async function succeeded(attempt: Attempt) {
    await attempts.deleteOne({ _id: ofAccount(attempt) })
    await attempts.updateOne({ _id: ofAddress(attempt), count: { $gt: 0 } }, { $inc: { count: -1 } })
  }

  return { begin, succeeded }
}

export type AttemptLimits = ReturnType<typeof createAttemptLimits>
