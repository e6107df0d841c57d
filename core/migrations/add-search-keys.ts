import type { Database } from '../open-database.ts'
import { searchKeysOf } from '../users/search-keys.ts'

/** Lets accounts be found by the beginning of a name or address. One that changes meanwhile gets its keys by that change. */
export async function addSearchKeys({ users }: Database) {
  for await (const { _id, name, email } of users
    .find({ searchKeys: { $exists: false } }, { name: 1, email: 1 })
    .lean())
    await users.updateOne({ _id, name, email }, { $set: { searchKeys: searchKeysOf({ name, email }) } })
}
