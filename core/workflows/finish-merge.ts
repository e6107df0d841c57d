import { settlesAfterMs } from '../database/settles-after.ts'
import { RetryLater } from '../notifications/provider-errors.ts'
import { handOverAll } from '../users/become-one.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

/**
 * Hands over what was a merged account's: at once, and once more when nobody can act as that account any longer.
 * @throws RetryLater until then
 */
export const finishMerge = ({ desk }: Pick<Worker, 'desk'>, id: string) =>
  clearLane(desk.users, id, 'upkeep', async (owed) => {
    const startedAt = desk.now()
    await handOverAll(desk, id)
    const againInMs = owed.at.getTime() + settlesAfterMs - startedAt.getTime()
    if (againInMs > 0) throw new RetryLater('Somebody may still be acting as this account', againInMs)
    return undefined
  })
