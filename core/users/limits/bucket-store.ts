import { updateOrCreate } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { StoredBucket } from './bucket-model.ts'
import { refillMs } from './token-bucket.ts'

/** An overdrawn bucket needs more than one filling to be full. */
const keptMs = 3 * refillMs

/** The buckets as all processes share them. */
export function createBucketStore({ buckets }: Pick<Database, 'buckets'>) {
  /**
   * Takes tokens out, also more than there are.
   * @returns what is left, below zero when several processes took too much
   */
  async function spend(id: string, spent: number, size: number, now: Date): Promise<number> {
    const at = now.getTime()
    const elapsed = { $max: [0, { $subtract: [at, '$at'] }] }
    const filled = { $min: [size, { $add: ['$level', { $multiply: [elapsed, size / refillMs] }] }] }
    const expiresAt = new Date(at + keptMs)
    const options = { returnDocument: 'after', updatePipeline: true } as const
    const { level } = await updateOrCreate<StoredBucket>(
      () =>
        buckets
          .findOneAndUpdate(
            { _id: id },
            [{ $set: { level: { $subtract: [filled, spent] }, at: { $max: ['$at', at] }, expiresAt } }],
            options,
          )
          .lean<StoredBucket>(),
      () => buckets.create({ _id: id, level: size - spent, at, expiresAt }),
    )
    return level
  }

  return { spend }
}

export type BucketStore = ReturnType<typeof createBucketStore>
