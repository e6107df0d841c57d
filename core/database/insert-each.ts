import { mongo } from 'mongoose'

type Failure = Error & { code?: unknown }

/**
 * Inserts documents with one command; each succeeds or fails by itself.
 * @returns for each document, in order, the error, or null if it was inserted
 * @throws when the whole command failed
 */
export async function insertEach<T extends { _id: string }>(
  collection: mongo.Collection<T>,
  documents: T[],
): Promise<(Failure | null)[]> {
  try {
    await collection.insertMany(documents as mongo.OptionalUnlessRequiredId<T>[], { ordered: false })
    return documents.map(() => null)
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.size === 0) throw error
    return documents.map((_, index) => failures.get(index) ?? null)
  }
}

function failuresIn(error: unknown): Map<number, Failure> {
  if (!(error instanceof mongo.MongoBulkWriteError)) return new Map()
  return new Map(
    [error.writeErrors]
      .flat()
      .map(({ index, code, errmsg }) => [index, Object.assign(new Error(errmsg), { code })]),
  )
}
