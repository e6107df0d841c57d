import type { mongo } from 'mongoose'
import type { Person } from '../../trace.ts'
import type { Change } from '../change.ts'
import { removeFormerStaff } from '../leave-staff.ts'
import { facet } from '../lists/facets.ts'
import { personKey } from '../lists/sort-keys.ts'
import type { Duplicate, Ticket } from '../ticket.ts'
import { type ProjectedTicket, projectedFields, projectionBatchSize } from './project-tickets.ts'

const maxTries = 20

type One = {
  find: (id: string) => Promise<Ticket | null>
  duplicatesOf: (original: string) => Promise<Duplicate[]>
  apply: (ticket: Ticket, change: Change, now: Date) => Promise<Ticket | null>
}

/** Writes that a change of an account causes in all tickets of that person. */
export function createTicketsOfPerson(
  collection: mongo.Collection<Ticket>,
  { find, duplicatesOf, apply }: One,
  now: () => Date,
) {
  /** Updates the sort keys of a person's tickets to their current name. It does not count as a change of the tickets. */
  async function sortUnder(person: Person) {
    const key = personKey(person)
    await collection.updateMany(
      { facets: facet('assignee', person.id) },
      { $set: { 'sortKeys.assignee': key } },
    )
    await collection.updateMany(
      { facets: facet('sees', person.id), 'requester.id': person.id },
      { $set: { 'sortKeys.requester': key } },
    )
  }

  /** A person's tickets as projections read them, in no order. */
  const projectedOf = (person: string): AsyncIterable<ProjectedTicket> =>
    collection.find<ProjectedTicket>(
      { facets: facet('sees', person) },
      { projection: projectedFields, batchSize: projectionBatchSize },
    )

  /**
   * Takes from a person in all of their tickets what only staff can have. Safe to repeat.
   * @returns the changed tickets, which are still to be relayed
   */
  async function leaveStaff(person: string): Promise<Ticket[]> {
    const changed: Ticket[] = []
    for await (const { _id } of collection.find(
      { facets: facet('sees', person) },
      { projection: { _id: 1 } },
    ))
      changed.push(...(await leaveOne(_id, person)))
    return changed
  }

  async function leaveOne(id: string, person: string): Promise<Ticket[]> {
    for (let tries = 0; tries < maxTries; tries++) {
      const ticket = await find(id)
      const change = ticket && removeFormerStaff(person, await duplicatesOf(id))(ticket)
      if (!change) return []
      const left = await apply(ticket, change, now())
      if (left) return [left]
    }
    throw new Error('Others were always quicker: it goes on later.')
  }

  return { sortUnder, projectedOf, leaveStaff }
}
