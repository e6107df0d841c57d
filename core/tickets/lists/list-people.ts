import type { Desk } from '../../desk.ts'
import { forbidden } from '../../errors.ts'
import type { Person } from '../../trace.ts'
import { nameStartsLike } from '../../users/search-keys.ts'
import type { Actor } from '../../users/user.ts'
import { isStaff } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import { planList } from './list-plan.ts'
import type { PersonSort } from './sort-keys.ts'

const maxListed = 8

/** How many tickets are looked through, the newest ones. */
const lookedThrough = 1_000

/** @property search the start of a name, or of a later word of it */
export type PeopleSearch = { as: PersonSort; search?: string | undefined }

/**
 * The people by whom somebody can filter their lists: the requesters, or the assignees, of tickets that they may see.
 * Nobody else is named, and nobody is found by their address. In alphabetical order, at most 8.
 * @throws forbidden unless moderator or admin
 */
export async function listPeople(
  desk: Pick<Desk, 'tickets'>,
  actor: Actor,
  search: PeopleSearch,
): Promise<Person[]> {
  if (!isStaff(actor)) throw forbidden('Only moderators and admins can filter by person.')
  return peopleAmong(await desk.tickets.lists.people(planList(actor, {}), lookedThrough), search)
}

/** @param tickets newest first: a person goes by the name that their newest ticket has */
export function peopleAmong(tickets: Pick<Ticket, PersonSort>[], { as, search }: PeopleSearch): Person[] {
  const named = tickets.flatMap((ticket) => ticket[as] ?? []).toReversed()
  const people = [...new Map(named.map(({ id, name }) => [id, { id, name }])).values()]
  return people
    .filter(({ name }) => !search || nameStartsLike(name, search))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, maxListed)
}
