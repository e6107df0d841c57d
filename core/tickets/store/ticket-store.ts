import type { AttachedFile } from '../../attachments/attached-file.ts'
import { inIndexOrder, isDuplicate, retryContention, usingIndex } from '../../database/documentdb.ts'
import { insertEach } from '../../database/insert-each.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import { sharedRequest } from '../../database/shared-request.ts'
import type { Database } from '../../open-database.ts'
import type { OutboxQueue, TicketEffect, TicketEntry } from '../../outbox/entry.ts'
import { createOutbox } from '../../outbox/outbox.ts'
import { audienceBefore } from '../audience-before.ts'
import type { Change } from '../change.ts'
import { conversationAfter } from '../conversation.ts'
import { correctedAfter } from '../corrections.ts'
import { facetsOf } from '../lists/facets.ts'
import { changedSortKeys, sortKeysOf } from '../lists/sort-keys.ts'
import { createTicketLists } from '../lists/ticket-lists.ts'
import { audienceOf } from '../permissions.ts'
import { createReassign } from '../reassign-tickets.ts'
import { shownVersionAfter } from '../shown-changes.ts'
import type { Duplicate, Ticket } from '../ticket.ts'
import { createCountCorrections } from './count-corrections.ts'
import { createResolvedTickets } from './resolved-tickets.ts'
import { createSingleFlight } from './single-flight.ts'
import { createThreadLinks, surfacesIn } from './thread-links.ts'
import { createTicketFigures } from './ticket-figures.ts'
import { duplicatesIndex } from './ticket-model.ts'
import { createTicketsByThread } from './tickets-by-thread.ts'
import { createTicketsInChat } from './tickets-in-chat.ts'
import { createTicketsOfPerson } from './tickets-of-person.ts'
import { createTicketsToAssign } from './tickets-to-assign.ts'

export type NewTicket = Omit<
  Ticket,
  'audience' | 'facets' | 'sortKeys' | 'outbox' | 'nextAttemptAt' | 'attempts' | 'version' | 'updatedAt'
> & {
  effects: TicketEffect[]
}

const duplicateFields = { number: 1, requester: 1, watchers: 1, resolution: 1, duplicateOf: 1 } as const

/** All queries on tickets. @param served the outbox queues that this desk serves */
export function createTicketStore(database: Database, served: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = rawCollection<Ticket>(database.tickets)

  const find = (id: string) => collection.findOne({ _id: id })
  const findByNumber = (number: number) => collection.findOne({ number }, usingIndex({ number: 1 }))

  /** The duplicates of a ticket, in the order in which they were filed. */
  const duplicatesOf = (original: string): Promise<Duplicate[]> =>
    inIndexOrder(
      collection.find({ 'duplicateOf.id': original }, { projection: duplicateFields }),
      duplicatesIndex,
      { number: 1 },
    ).toArray() as Promise<Duplicate[]>

  const threadLinks = createThreadLinks(database)
  const outbox = createOutbox<Ticket, TicketEntry>(collection, {
    served,
    now,
    // Somebody may reply in the thread as soon as the ticket says where it is shown.
    beforeAcknowledging: (ticket, fields) =>
      threadLinks.note([{ _id: ticket, surfaces: surfacesIn(fields) }]),
  })

  const insertEachOf = sharedRequest((tickets: Ticket[]) => insertEach(collection, tickets))
  const insertShared = async (ticket: Ticket) => {
    const failure = await insertEachOf(ticket)
    if (failure) throw failure
  }

  /**
   * Stores a ticket once.
   * @returns the stored ticket, and whether this call created it. The same intake key gives the same ticket.
   */
  async function insert({ effects, ...fresh }: NewTicket): Promise<{ ticket: Ticket; created: boolean }> {
    const created = { document: fresh._id, version: 1, now: fresh.createdAt }
    const { entries, fields } = outbox.enqueue(effects, created)
    const audience = audienceOf(fresh)
    const ticket: Ticket = {
      ...fresh,
      audience,
      facets: facetsOf({ ...fresh, audience }),
      sortKeys: sortKeysOf(fresh),
      outbox: entries,
      attempts: 0,
      ...fields,
      version: 1,
      updatedAt: fresh.createdAt,
    }
    try {
      await retryContention(() => insertShared(ticket))
      return { ticket, created: true }
    } catch (error) {
      const earlier = isDuplicate(error) ? await find(fresh._id) : null
      if (!earlier) throw error
      // The same number means that it is this ticket: an earlier try succeeded, but its answer was lost.
      return { ticket: earlier, created: earlier.number === ticket.number }
    }
  }

  /** Simultaneous deliveries of one intake share one filing, and one number. */
  const oneFiling = createSingleFlight<{ ticket: Ticket; created: boolean }>()

  /** Writes a change unless the ticket has changed since the decision. @returns the new ticket; null: lost the race */
  function apply(ticket: Ticket, change: Change, now: Date): Promise<Ticket | null> {
    const version = ticket.version + 1
    const { entries, fields } = outbox.enqueue(change.effects, { document: ticket._id, version, now })
    const audience = audienceOf({ ...ticket, ...change.set })
    const conversation = conversationAfter(ticket, change, now)
    const lines = change.history.map((line) => ({ ...line, at: now }))
    return retryContention(() =>
      database.tickets
        .findOneAndUpdate(
          { _id: ticket._id, version: ticket.version },
          {
            $set: {
              ...change.set,
              ...correctedAfter(ticket, change),
              ...(conversation ? { conversation } : {}),
              audience,
              facets: facetsOf({ ...ticket, ...change.set, audience }),
              ...changedSortKeys(change.set),
              audienceBefore: audienceBefore(ticket, now),
              version,
              shown: shownVersionAfter(ticket, change, now),
              updatedAt: now,
              ...(change.past ? { history: [...change.past, ...lines] } : {}),
              ...fields,
            },
            $push: {
              ...(change.past ? {} : { history: { $each: lines } }),
              outbox: { $each: entries },
            },
          },
          { returnDocument: 'after' },
        )
        .lean<Ticket>()
        .exec(),
    )
  }

  const findAll = (ids: string[]): Promise<Ticket[]> => collection.find({ _id: { $in: ids } }).toArray()

  /** Stores when triage first started, and how long Gemini has been asked, which the deadline counts. */
  const noteTriage = (id: string, startedAt: Date, askedMs: number) =>
    database.tickets.updateOne(
      { _id: id, 'triage.state': 'pending' },
      { $set: { 'triage.startedAt': startedAt, 'triage.askedMs': askedMs } },
    )

  /** Replaces a file of the description by what has become of it. @returns false: the ticket no longer lists it */
  const updateFile = async (id: string, file: AttachedFile): Promise<boolean> => {
    const { matchedCount } = await collection.updateOne(
      { _id: id, 'files.id': file.id },
      { $set: { 'files.$': file } },
    )
    return matchedCount === 1
  }

  /** Erases people's text from a ticket's history. Who did what and when stays. */
  const scrubHistory = (id: string) =>
    collection.updateOne({ _id: id }, { $unset: { 'history.$[].note': 1, 'history.$[].changes': 1 } })

  return {
    find,
    findByNumber,
    duplicatesOf,
    insert,
    oneFiling,
    apply,
    lists: createTicketLists(collection),
    ...createTicketsByThread(collection, threadLinks),
    inChat: createTicketsInChat(collection, now),
    ...createTicketFigures(collection),
    ...createResolvedTickets(collection),
    ...createCountCorrections(collection),
    ...createTicketsToAssign(collection),
    findAll,
    noteTriage,
    reassign: createReassign(collection, now),
    ...createTicketsOfPerson(collection, { find, duplicatesOf, apply }, now),
    updateFile,
    scrubHistory,
    outbox,
  }
}

export type TicketStore = ReturnType<typeof createTicketStore>
