import { isDuplicate } from '../database/documentdb.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { FileOwner, StoredFile } from './stored-file.ts'

const ownerId = ({ ticket, comment }: FileOwner) => comment ?? ticket

/** All queries on the records of files. Their bytes are in `file-bytes.ts`. */
export function createFileStore(database: Pick<Database, 'files'>) {
  const collection = rawCollection<StoredFile>(database.files)

  const find = (id: string) => collection.findOne({ _id: id })

  /** Notes that a file is about to be stored. @returns the file as it is known; null: it is new */
  async function begin(file: StoredFile): Promise<StoredFile | null> {
    try {
      await collection.insertOne(file)
      return null
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return find(file._id)
    }
  }

  /** @returns null when it was removed meanwhile */
  const stored = (id: string, facts: Pick<StoredFile, 'size' | 'sha256' | 'type'>) =>
    collection.findOneAndUpdate(
      { _id: id },
      { $set: { ...facts, state: 'stored' } },
      { returnDocument: 'after' },
    )

  /** @param virus null: it passed */
  const scanned = (id: string, at: Date, virus: string | null) =>
    collection.updateOne({ _id: id }, { $set: virus ? { virus } : { scannedAt: at } })

  /**
   * Takes files for a ticket or comment that is about to be written, so that no other can have them. The same owner may
   * take them again.
   * @returns the files that it has now, in no particular order: this person's that no other owner had taken
   */
  async function take(ids: string[], by: string, owner: FileOwner): Promise<StoredFile[]> {
    const free = { _id: { $in: ids }, by, state: 'stored' as const, owner: { $in: [null, ownerId(owner)] } }
    await collection.updateMany(free as object, { $set: { ...owner, owner: ownerId(owner) } })
    return collection.find({ _id: { $in: ids }, by, owner: ownerId(owner) }).toArray()
  }

  /** Marks what its ticket or comment lists as attached. The cleaner then leaves it alone. */
  const attached = (ids: string[], owner: FileOwner) =>
    collection.updateMany(
      { _id: { $in: ids } },
      { $set: { ...owner, owner: ownerId(owner) }, $unset: { looseSince: 1 } },
    )

  /** Whether one of these files is not marked as attached yet. */
  const someLoose = async (ids: string[]): Promise<boolean> =>
    (await collection.findOne({ _id: { $in: ids }, looseSince: { $exists: true } })) !== null

  /** What a person has uploaded and not attached, in bytes. */
  async function looseBytes(by: string): Promise<number> {
    const [sum] = await collection
      .aggregate<{ bytes: number }>([
        { $match: { by, looseSince: { $exists: true } } },
        { $group: { _id: null, bytes: { $sum: '$size' } } },
      ])
      .toArray()
    return sum?.bytes ?? 0
  }

  const ofOwner = (owner: string) => collection.find({ owner }).toArray()
  const ofTicket = (ticket: string) => collection.find({ ticket }).toArray()

  /** Files that may be orphans, oldest first. */
  const looseBefore = (at: Date, limit: number) =>
    collection
      .find({ looseSince: { $lt: at } })
      .sort({ looseSince: 1 })
      .limit(limit)
      .toArray()

  const remove = (id: string) => collection.deleteOne({ _id: id })

  return {
    find,
    begin,
    stored,
    scanned,
    take,
    attached,
    someLoose,
    looseBytes,
    ofOwner,
    ofTicket,
    looseBefore,
    remove,
  }
}

export type FileStore = ReturnType<typeof createFileStore>
