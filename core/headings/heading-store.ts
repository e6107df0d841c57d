import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import { isDuplicate, retryContention } from '../database/duplicate.ts'
import { insertEach } from '../database/insert-each.ts'
import type { Person } from '../trace.ts'
import { type Heading, type HeadingKind, headingId, keyOf } from './heading.ts'
import type { Position } from './position.ts'

/** Said, since a database that has not counted its rows yet would rather sort them. */
const inOrder = { kind: 1, key: 1, _id: 1 } as const

/** All queries on headings. None is ever removed: one that no ticket has any more is an empty stretch. */
export function createHeadingStore(database: Pick<Database, 'headings'>) {
  const collection = database.headings.collection as unknown as mongo.Collection<Heading>

  const find = (ids: string[]): Promise<Heading[]> => collection.find({ _id: { $in: ids } }).toArray()

  /** The next ones of a kind in their order. @param from where to begin, that one too */
  const page = (kind: HeadingKind, from: Position | undefined, limit: number): Promise<Heading[]> =>
    collection
      .find(
        {
          kind,
          ...(from ? { key: { $gte: from.key }, $nor: [{ key: from.key, _id: { $lt: from._id } }] } : {}),
        },
        { hint: inOrder },
      )
      .sort(inOrder)
      .limit(limit)
      .toArray()

  /** Writes those that are not there yet. */
  async function add(headings: Heading[]) {
    const there = new Set((await find(headings.map(({ _id }) => _id))).map(({ _id }) => _id))
    const missing = headings.filter(({ _id }) => !there.has(_id))
    if (missing.length === 0) return
    const failures = await retryContention(() => insertEach(collection, missing))
    const failure = failures.find((failure) => failure && !isDuplicate(failure))
    if (failure) throw failure
  }

  /** A person's new name. @param unless where their heading has another name than this one by now */
  const rename = ({ id, name }: Person, unless?: string) =>
    collection.updateMany(
      {
        _id: { $in: [headingId('assignee', id), headingId('requester', id)] },
        ...(unless === undefined ? {} : { name: unless }),
      },
      { $set: { name, key: keyOf(name) } },
    )

  return { find, page, add, rename }
}

export type HeadingStore = ReturnType<typeof createHeadingStore>
