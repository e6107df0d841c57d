import type { Person } from '../../trace.ts'
import type { Ticket } from '../ticket.ts'

/** The people that a list can be sorted by. */
export const personSorts = ['assignee', 'requester'] as const
export type PersonSort = (typeof personSorts)[number]

const maxNameLength = 40

/** Sorts after every name. */
export const unassignedKey = '\u{10ffff}'

/** Alphabetical order without a collation: case, accents and control characters don't count. */
const nameKey = (name: string) =>
  [
    ...name
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cc}]/gu, '')
      .toLowerCase(),
  ]
    .slice(0, maxNameLength)
    .join('')

/** The id keeps the tickets of one person together when others have the same name. */
export const personKey = (person: Person | null) =>
  person ? `${nameKey(person.name)}\n${person.id}` : unassignedKey

/** The stored keys that lists are sorted by. They hold the names of today; the ticket itself keeps the ones it had. */
export const sortKeysOf = ({ assignee, requester }: Pick<Ticket, PersonSort>) => ({
  assignee: personKey(assignee),
  requester: personKey(requester),
})

/** The keys of those people whom a change names, as `$set` takes them. */
export const changedSortKeys = (set: Partial<Pick<Ticket, PersonSort>>) =>
  Object.fromEntries(
    personSorts.flatMap((sort) => {
      const person = set[sort]
      return person === undefined ? [] : [[`sortKeys.${sort}`, personKey(person)]]
    }),
  )
