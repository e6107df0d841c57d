import type { mongo } from 'mongoose'
import { afterCursorInArrayIndex, type Cursor } from '../database/keyset.ts'
import type { Person } from '../trace.ts'
import { audienceBefore } from './audience-before.ts'
import { facet, facetsOf } from './lists/facets.ts'
import { changedSortKeys } from './lists/sort-keys.ts'
import { audienceOf } from './permissions.ts'
import { nextShownVersion } from './shown-changes.ts'
import type { Ticket, Watcher } from './ticket.ts'

type Roles = Partial<
  Pick<Ticket, 'requester' | 'assignee' | 'watchers' | 'resolution' | 'duplicateOf' | 'conversation'>
>

const pageSize = 200
const maxTries = 20

/** Replaces one person by another in all roles of a ticket. A person who then watches twice watches once. */
export function replacePerson(ticket: Ticket, from: string, to: Person): Roles {
  const swap = <P extends Person>(person: P): P => (person.id === from ? { ...person, ...to } : person)
  const { requester, assignee, watchers, resolution, duplicateOf, conversation } = ticket
  const last = conversation?.last
  return {
    requester: swap(requester),
    assignee: assignee && swap(assignee),
    resolution: resolution && { ...resolution, by: swap(resolution.by) },
    ...(watchers ? { watchers: onceEach(watchers.map(swap)) } : {}),
    ...(last ? { conversation: { ...conversation, last: { ...last, by: swap(last.by) } } } : {}),
    ...(duplicateOf ? { duplicateOf: { ...duplicateOf, before: before(duplicateOf.before, swap) } } : {}),
  }
}

/**
 * Keeps one entry per watcher. An entry without `because` wins, so that the person still watches after a duplicate is
 * unmarked.
 */
const onceEach = (watchers: Watcher[]): Watcher[] =>
  watchers
    .filter(({ id }, index) => watchers.findIndex((one) => one.id === id) === index)
    .map((first) => watchers.find((one) => one.id === first.id && !one.because) ?? first)

const before = <B extends { assignee: Person | null }>(was: B, swap: (person: Person) => Person): B => ({
  ...was,
  assignee: was.assignee && swap(was.assignee),
})

/**
 * Reassigns all tickets of one account to another, after the accounts were merged. With the same account twice, it
 * updates the name. Deleted tickets are left as they are. Each ticket is written on its own and guarded by its version.
 * So it can be interrupted and repeated, and no earlier decision can overwrite it.
 */
export const createReassign = (collection: mongo.Collection<Ticket>, now: () => Date) => {
  /** The audience includes requester, assignee and watchers, so it finds all of their tickets. */
  const ticketsOf = (person: string, after: Cursor | undefined) =>
    collection
      .find(
        { facets: facet('sees', person), ...(after ? afterCursorInArrayIndex(after, 'oldest') : {}) },
        { projection: { history: 0, outbox: 0 } },
      )
      .sort({ createdAt: 1, _id: 1 })
      .limit(pageSize)
      .toArray()

  async function reassignOne(first: Ticket, from: string, to: Person) {
    let ticket: Ticket | null = first
    for (let tries = 0; tries < maxTries && ticket?.audience.includes(from); tries++) {
      if (await write(ticket, from, to)) return
      ticket = await collection.findOne({ _id: first._id })
    }
    if (ticket?.audience.includes(from)) throw new Error('Others were always quicker: it goes on later.')
  }

  async function write(ticket: Ticket, from: string, to: Person): Promise<boolean> {
    const roles = replacePerson(ticket, from, to)
    const [audience, version, at] = [audienceOf({ ...ticket, ...roles }), ticket.version + 1, now()]
    const { matchedCount } = await collection.updateOne(
      { _id: ticket._id, version: ticket.version },
      {
        $set: {
          ...roles,
          audience,
          facets: facetsOf({ ...ticket, ...roles, audience }),
          ...changedSortKeys({
            ...(ticket.requester.id === from ? { requester: to } : {}),
            ...(ticket.assignee?.id === from ? { assignee: to } : {}),
          }),
          audienceBefore: audienceBefore(ticket, at),
          'history.$[line].by': to,
          version,
          shown: nextShownVersion(ticket, at),
          updatedAt: at,
        },
      },
      { arrayFilters: [{ 'line.by.id': from }] },
    )
    return matchedCount === 1
  }

  return async (from: string, to: Person): Promise<void> => {
    for (let page = await ticketsOf(from, undefined); page.length > 0; ) {
      for (const ticket of page) await reassignOne(ticket, from, to)
      const last = page.at(-1) as Ticket
      page = await ticketsOf(from, { createdAt: last.createdAt, id: last._id })
    }
    await collection.updateMany(
      { nextAttemptAt: { $exists: true }, 'outbox.to': from },
      { $set: { 'outbox.$[entry].to': to.id } },
      { arrayFilters: [{ 'entry.to': from }] },
    )
  }
}
