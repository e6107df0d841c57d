import type { Person } from '../../trace.ts'
import type { Ticket } from '../ticket.ts'

/** The people that a list can be sorted by. */
export const personSorts = ['assignee', 'requester'] as const
export type PersonSort = (typeof personSorts)[number]

const maxNameLength = 40

/** Sorts after every name. */
const unassignedKey = '\u{10ffff}'

/** Makes names sort alphabetically without a collation. Ignores case, accents and control characters. */
const nameKey = (name: string) =>
  [
    ...name
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cc}]/gu, '')
      .toLowerCase(),
  ]
    .slice(0, maxNameLength)
    .join('')

/** The sort key of a person. The id keeps the tickets of people with the same name apart. */
export const personKey = (person: Person | null) =>
  person ? `${nameKey(person.name)}\n${person.id}` : unassignedKey

/** The stored sort keys. They follow renames, while the ticket keeps the names from when it was written. */
export const sortKeysOf = ({ assignee, requester }: Pick<Ticket, PersonSort>) => ({
  assignee: personKey(assignee),
  requester: personKey(requester),
})

/** The sort keys that a change affects, as paths for `$set`. */
export const changedSortKeys = (set: Partial<Pick<Ticket, PersonSort>>) =>
  Object.fromEntries(
    personSorts.flatMap((sort) => {
      const person = set[sort]
      return person === undefined ? [] : [[`sortKeys.${sort}`, personKey(person)]]
    }),
  )
