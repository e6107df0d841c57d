import type { Database } from '../open-database.ts'
import { sortKeysOf } from '../tickets/lists/sort-keys.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import { batchesOf } from './batches-of.ts'

/** Adds sort keys to tickets. They replace the collection of sort values, which is dropped. */
export async function addSortKeys({ tickets, users, connection }: Database) {
  const unsorted = tickets
    .find({ sortKeys: { $exists: false } }, { requester: 1, assignee: 1 })
    .lean<Ticket[]>()
    .cursor()
  for await (const some of batchesOf(unsorted)) {
    const people = some.flatMap(({ requester, assignee }) => [
      requester.id,
      ...(assignee ? [assignee.id] : []),
    ])
    const accounts = await users.find({ _id: { $in: [...new Set(people)] } }, { name: 1 }).lean()
    const names = new Map(accounts.map(({ _id, name }) => [_id, name]))
    const today = (person: Person) => ({ ...person, name: names.get(person.id) ?? person.name })
    await tickets.collection.bulkWrite(
      some.map(({ _id, requester, assignee }) => ({
        updateOne: {
          filter: { _id: _id as never },
          update: {
            $set: {
              sortKeys: sortKeysOf({ requester: today(requester), assignee: assignee && today(assignee) }),
            },
          },
        },
      })),
      { ordered: false },
    )
  }
  await tickets.collection.updateMany({ left: { $exists: true } }, { $unset: { left: 1 } })
  await connection.collection('headings').drop()
}
