import { updateOrCreate } from '../../database/documentdb.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import type { ReadMark } from './read-mark-model.ts'

const idOf = (person: string, ticket: string) => `${person}:${ticket}`

/** All queries on read marks. */
export function createReadMarkStore(database: Pick<Database, 'readMarks'>) {
  const collection = rawCollection<ReadMark>(database.readMarks)

  /** Notes that a person has read a ticket up to this moment. */
  const mark = async (person: string, ticket: string, at: Date): Promise<void> => {
    const _id = idOf(person, ticket)
    await updateOrCreate(
      () => collection.findOneAndUpdate({ _id }, { $set: { at } }),
      async () => {
        await collection.insertOne({ _id, at })
        return { _id, at }
      },
    )
  }

  /** @returns until when the person has read each of these tickets, by ticket id */
  async function of(person: string, tickets: string[]): Promise<Map<string, Date>> {
    if (tickets.length === 0) return new Map()
    const found = await collection
      .find({ _id: { $in: tickets.map((ticket) => idOf(person, ticket)) } })
      .toArray()
    return new Map(found.map(({ _id, at }) => [_id.slice(person.length + 1), at]))
  }

  return { mark, of }
}

export type ReadMarkStore = ReturnType<typeof createReadMarkStore>
