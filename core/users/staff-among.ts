import type { Desk } from '../desk.ts'
import type { Person } from '../trace.ts'

/** The ids of those who are moderators or admins now. @param people at most a few dozen */
export async function staffAmong(
  desk: Pick<Desk, 'users'>,
  people: (Person | null)[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(people.flatMap((person) => (person ? [person.id] : [])))]
  const found = ids.length > 0 ? await desk.users.findAll(ids) : []
  return new Set(found.filter(({ role, active }) => active && role !== 'user').map(({ _id }) => _id))
}
