import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../database/connect.ts'
import { retryContention } from '../../database/duplicate.ts'
import { tooMany } from '../../errors.ts'
import type { Log } from '../../log.ts'

const quarterHour = 15 * 60

/**
 * Failed attempts, counted in the database so that every process knows them: 10 an account and 100 an address in
 * 15 minutes. Accounts are counted whether or not they exist.
 */
export async function createAttemptLimits(database: Database, log: Log) {
  async function limiter(keyPrefix: string, points: number) {
    const made = new RateLimiterMongo({
      storeClient: database.connection.getClient(),
      dbName: database.connection.name,
      tableName: `attempts-${keyPrefix}`,
      keyPrefix,
      points,
      duration: quarterHour,
      blockDuration: 0,
      // made below, one after the other: at once they block each other on DocumentDB
      disableIndexesCreation: true,
    })
    await made.createIndexes()
    return made
  }
  const accounts = await limiter('account', 10)
  const addresses = await limiter('address', 100)
  const pairs = (who: Attempt) => [
    { limiter: accounts, key: who.account },
    { limiter: addresses, key: who.address },
  ]

  /** Counts an attempt before it is made, so that simultaneous ones can't slip by. @throws too-many */
  async function begin(who: Attempt) {
    for (const { limiter, key } of pairs(who)) {
      await retryContention(() => limiter.consume(key)).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes)
          throw tooMany(tooManyWords, Math.ceil(refused.msBeforeNext / 1_000))
        log.error({ err: refused }, 'attempts could not be counted')
        throw refused
      })
    }
  }

  /** A success was no failed attempt: it is taken off again. */
  async function succeeded(who: Attempt) {
    await accounts.delete(who.account)
    await addresses.reward(who.address)
  }

  return { begin, succeeded }
}

const tooManyWords = 'Too many attempts. Wait a while and try again.'

/**
 * `account`: what names it, in one way only, or each way of writing an address would have tries of its own; `address`: the
 * network address it came from.
 */
export type Attempt = { account: string; address: string }
export type AttemptLimits = Awaited<ReturnType<typeof createAttemptLimits>>
