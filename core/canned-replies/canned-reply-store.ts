import { inIndexOrder, isDuplicate, retryContention } from '../database/documentdb.ts'
import { conflict } from '../errors.ts'
import type { Database } from '../open-database.ts'
import { type CannedReply, maxCannedReplies } from './canned-reply.ts'

/** All queries on canned replies. */
export function createCannedReplyStore({ cannedReplies }: Pick<Database, 'cannedReplies'>) {
  return {
    /** In the order of their names. */
    list: () =>
      inIndexOrder(cannedReplies.find(), { nameKey: 1 }).limit(maxCannedReplies).lean<CannedReply[]>(),
    count: () => cannedReplies.countDocuments(),
    find: (id: string) => cannedReplies.findById(id).lean<CannedReply>(),
    /** @throws conflict when the name is taken */
    insert: (reply: CannedReply) => withFreeName(reply.name, () => cannedReplies.create(reply)),
    /**
     * Writes the changes unless somebody else has changed it since. @returns null if somebody has @throws conflict when
     * the name is taken
     */
    change: (seen: CannedReply, set: Partial<CannedReply>) =>
      withFreeName(set.name ?? seen.name, () =>
        cannedReplies
          .findOneAndUpdate(
            { _id: seen._id, version: seen.version },
            { $set: set, $inc: { version: 1 } },
            { returnDocument: 'after' },
          )
          .lean<CannedReply>(),
      ),
    /** @returns what was deleted; null if there was nothing */
    remove: (id: string) => cannedReplies.findByIdAndDelete(id).lean<CannedReply>(),
  }
}

async function withFreeName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await retryContention(write)
  } catch (error) {
    if (isDuplicate(error)) throw conflict(`“${name}” already exists.`)
    throw error
  }
}

export type CannedReplyStore = ReturnType<typeof createCannedReplyStore>
