import { catalogId } from '../catalog/catalog.ts'
import { renameEverywhere } from '../catalog/rename-everywhere.ts'
import { RetryLater } from '../notifications/provider-errors.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

/** Has stored names follow the desk's lists. @throws RetryLater while an older name may still be written */
export const renameStored = ({ desk }: Pick<Worker, 'desk'>) =>
  clearLane(desk.catalog, catalogId, 'upkeep', async (owed) => {
    const againInMs = await renameEverywhere(desk, owed)
    if (againInMs > 0) throw new RetryLater('An older name may still be written', againInMs)
    return undefined
  })
