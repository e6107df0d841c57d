import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import { isDuplicate, retryContention } from '../database/duplicate.ts'
import { insertEach } from '../database/insert-each.ts'
import { createLeaseStore } from '../database/lease-store.ts'
import { sharedRequest } from '../database/shared-request.ts'
import { type Effect, firstRetryMs, type OutboxQueue, recordOwed } from '../outbox/entry.ts'
import { createOutboxStore } from '../outbox/outbox-store.ts'
import type { Change } from './change.ts'
import { leftAfter } from './left.ts'
import { facet, facetsOf } from './lists/facets.ts'
import { createTicketLists } from './lists/ticket-lists.ts'
import { audienceOf } from './permissions.ts'
import { createPlaceStore, discordPlace, slackPlace, surfacesIn } from './place-store.ts'
import { createReassign } from './reassign-tickets.ts'
import type { Duplicate, Ticket } from './ticket.ts'
import { alongDuplicates } from './ticket-model.ts'

export type NewTicket = Omit<
  Ticket,
  'audience' | 'facets' | 'outbox' | 'nextAttemptAt' | 'attempts' | 'version' | 'updatedAt'
> & {
  effects: Effect[]
}

const duplicateFields = { number: 1, requester: 1, watchers: 1, resolution: 1, duplicateOf: 1 } as const

/** All queries on tickets. `enabled` are the queues that this desk serves: nothing else is ever owed. */
export function createTicketStore(database: Database, enabled: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = database.tickets.collection as unknown as mongo.Collection<Ticket>

  const find = (id: string) => collection.findOne({ _id: id })
  /** DocumentDB would rather go through all tickets by their ids. */
  const findByNumber = (number: number) => collection.findOne({ number }, { hint: { number: 1 } })

  /** The tickets that are marked as duplicates of one, in the order in which they were filed. */
  const duplicatesOf = (original: string): Promise<Duplicate[]> =>
    collection
      .find({ 'duplicateOf.id': original }, { projection: duplicateFields })
      .hint(alongDuplicates)
      .sort({ number: 1 })
      .toArray()

  const owedBy = (effects: Effect[], owner: string, version: number, now: Date) => {
    const outbox = recordOwed(effects, { owner, version, now, enabled })
    return { outbox, nextAttemptAt: outbox.length > 0 ? new Date(now.getTime() + firstRetryMs) : undefined }
  }

  const insertEachOf = sharedRequest((tickets: Ticket[]) => insertEach(collection, tickets))
  const insertShared = async (ticket: Ticket) => {
    const failure = await insertEachOf(ticket)
    if (failure) throw failure
  }

  /** @returns the stored ticket, and whether this call made it: the same intake key finds the same ticket */
  async function insert({ effects, ...fresh }: NewTicket): Promise<{ ticket: Ticket; created: boolean }> {
    const { outbox, nextAttemptAt } = owedBy(effects, fresh._id, 1, fresh.createdAt)
    const audience = audienceOf(fresh)
    const ticket: Ticket = {
      ...fresh,
      audience,
      facets: facetsOf({ ...fresh, audience }),
      outbox,
      ...(nextAttemptAt ? { nextAttemptAt } : {}),
      attempts: 0,
      version: 1,
      updatedAt: fresh.createdAt,
    }
    try {
      await retryContention(() => insertShared(ticket))
      return { ticket, created: true }
    } catch (error) {
      const earlier = isDuplicate(error) ? await find(fresh._id) : null
      if (!earlier) throw error
      // Its number says whether it is this very ticket, whose insert was retried after an answer that got lost.
      return { ticket: earlier, created: earlier.number === ticket.number }
    }
  }

  /** Writes a change if the ticket is still as the decision saw it. @returns the new ticket, or null: lost the race */
  function apply(ticket: Ticket, change: Change, now: Date): Promise<Ticket | null> {
    const version = ticket.version + 1
    const { outbox, nextAttemptAt } = owedBy(change.effects, ticket._id, version, now)
    const audience = audienceOf({ ...ticket, ...change.set })
    const left = leftAfter(ticket, audience, { version, at: now })
    return retryContention(() =>
      collection.findOneAndUpdate(
        { _id: ticket._id, version: ticket.version },
        {
          $set: {
            ...change.set,
            audience,
            facets: facetsOf({ ...ticket, ...change.set, audience }),
            ...(left.length > 0 || ticket.left ? { left } : {}),
            version,
            updatedAt: now,
            ...(nextAttemptAt ? { nextAttemptAt, attempts: 0 } : {}),
          },
          $push: {
            history: { $each: change.history.map((line) => ({ ...line, at: now })) },
            outbox: { $each: outbox },
          },
        },
        { returnDocument: 'after' },
      ),
    )
  }

  const places = createPlaceStore(database)
  const findAt = async (place: string) => {
    const id = await places.ticketAt(place)
    return id ? find(id) : null
  }
  const findBySlackThread = (channel: string, ts: string) => findAt(slackPlace(channel, ts))
  const findByDiscordThread = (thread: string) => findAt(discordPlace(thread))

  const outbox = createOutboxStore(collection)
  /** Where the ticket is shown now is noted before the ticket says so: somebody may answer there at once. */
  const settle: typeof outbox.settle = async (ticket, entries, set = {}) => {
    await places.note([{ _id: ticket, surfaces: surfacesIn(set) }])
    await outbox.settle(ticket, entries, set)
  }

  /** Tickets each of these people have now, assigned or claimed. */
  async function loadsOf(people: string[]): Promise<Map<string, number>> {
    const rows = await collection
      .aggregate<{ _id: string; load: number }>([
        { $match: { facets: { $in: people.map((id) => facet('load', id)) } } },
        { $group: { _id: '$assignee.id', load: { $sum: 1 } } },
      ])
      .toArray()
    return new Map(rows.map(({ _id, load }) => [_id, load]))
  }

  /** Tickets that wait to be assigned, oldest first. */
  const unassigned = async (): Promise<string[]> =>
    (
      await collection
        .find({ nextAttemptAt: { $exists: true }, 'outbox.queue': 'assign' }, { projection: { _id: 1 } })
        .sort({ createdAt: 1 })
        .limit(200)
        .toArray()
    ).map(({ _id }) => _id)

  /** When triage of this ticket first began; its deadline runs from there, over restarts too. */
  const beginTriage = (id: string, now: Date) =>
    collection.updateOne({ _id: id, 'triage.startedAt': null }, { $set: { 'triage.startedAt': now } })

  /** Takes people's words out of a ticket's history; who did what, and when, stays. */
  const scrubHistory = (id: string) =>
    collection.updateOne({ _id: id }, { $unset: { 'history.$[].note': 1, 'history.$[].changes': 1 } })

  return {
    find,
    findByNumber,
    duplicatesOf,
    insert,
    apply,
    lists: createTicketLists(collection),
    findBySlackThread,
    findByDiscordThread,
    loadsOf,
    unassigned,
    beginTriage,
    reassign: createReassign(collection, now),
    scrubHistory,
    outbox: { ...outbox, settle },
    leases: createLeaseStore(collection, now),
  }
}

export type TicketStore = ReturnType<typeof createTicketStore>
