import type { AttachedFile } from '../attachments/attached-file.ts'
import { alongIndex, isDuplicate, retryContention, usingIndex } from '../database/documentdb.ts'
import { insertEach } from '../database/insert-each.ts'
import { rawCollection } from '../database/raw-collection.ts'
import { sharedRequest } from '../database/shared-request.ts'
import type { Database } from '../open-database.ts'
import type { OutboxQueue, TicketEffect, TicketEntry } from '../outbox/entry.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { audienceBefore } from './audience-before.ts'
import type { Change } from './change.ts'
import { conversationAfter } from './conversation.ts'
import { correctedAfter } from './corrections.ts'
import { createCountCorrections } from './count-corrections.ts'
import { facetsOf } from './lists/facets.ts'
import { changedSortKeys, sortKeysOf } from './lists/sort-keys.ts'
import { createTicketLists } from './lists/ticket-lists.ts'
import { audienceOf } from './permissions.ts'
import { createReassign } from './reassign-tickets.ts'
import { createResolvedTickets } from './resolved-tickets.ts'
import { shownAfter } from './shown-changes.ts'
import { createSingleFlight } from './single-flight.ts'
import {
  createThreadLinks,
  discordThreadId,
  requesterCardId,
  requesterThreadId,
  slackThreadId,
  surfacesIn,
} from './thread-links.ts'
import type { Duplicate, Ticket } from './ticket.ts'
import { createTicketFigures } from './ticket-figures.ts'
import { alongClaimDeadlines, alongDuplicates, alongLeftOpen } from './ticket-model.ts'
import { createTicketsInChat } from './tickets-in-chat.ts'
import { createTicketsOfPerson } from './tickets-of-person.ts'

export type NewTicket = Omit<
  Ticket,
  'audience' | 'facets' | 'sortKeys' | 'outbox' | 'nextAttemptAt' | 'attempts' | 'version' | 'updatedAt'
> & {
  effects: TicketEffect[]
}

const duplicateFields = { number: 1, requester: 1, watchers: 1, resolution: 1, duplicateOf: 1 } as const

/** What the archiving of threads needs to know of a ticket. */
export type ThreadStatus = Pick<Ticket, '_id' | 'status' | 'deleted'>

/** How long overdue tickets are looked for. Those that were resolved unclaimed keep their deadline. */
const overdueForMs = 30 * 24 * 3_600_000
/** How long the desk looks for somebody. Those that were resolved meanwhile stay in the index. */
const leftOpenForMs = 90 * 24 * 3_600_000

/** All queries on tickets. @param served the outbox queues that this desk serves */
export function createTicketStore(database: Database, served: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = rawCollection<Ticket>(database.tickets)

  const find = (id: string) => collection.findOne({ _id: id })
  const findByNumber = (number: number) => collection.findOne({ number }, usingIndex({ number: 1 }))

  /** The duplicates of a ticket, in the order in which they were filed. */
  const duplicatesOf = (original: string): Promise<Duplicate[]> =>
    alongIndex(
      collection.find({ 'duplicateOf.id': original }, { projection: duplicateFields }),
      alongDuplicates,
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

  /** The tickets, as far as they say whether their threads are still needed, by thread. */
  async function statusOfDiscordThreads(threads: readonly string[]): Promise<Map<string, ThreadStatus>> {
    const links = await threadLinks.ofDiscordThreads(threads)
    const found = await collection
      .find({ _id: { $in: [...new Set(links.values())] } }, { projection: { status: 1, deleted: 1 } })
      .toArray()
    const byId = new Map(found.map((ticket) => [ticket._id, ticket]))
    return new Map(
      [...links].flatMap(([thread, id]) => {
        const ticket = byId.get(id)
        return ticket ? [[thread, ticket]] : []
      }),
    )
  }

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
              shown: shownAfter(ticket, change, now),
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

  const findAt = async (thread: string) => {
    const id = await threadLinks.ticketOf(thread)
    return id ? find(id) : null
  }
  const findBySlackThread = (channel: string, ts: string) => findAt(slackThreadId(channel, ts))
  const findByDiscordThread = (thread: string) => findAt(discordThreadId(thread))
  const findByRequesterThread = (thread: string) => findAt(requesterThreadId(thread))
  const findByRequesterCard = (card: string) => findAt(requesterCardId(card))

  /** The tickets that still wait for assignment, oldest first. */
  const unassigned = (ids: string[]): Promise<Ticket[]> =>
    collection
      .find({ _id: { $in: ids }, 'outbox.queue': 'assign' })
      .sort({ createdAt: 1 })
      .toArray()

  /** Assigned tickets that nobody has claimed in time, at most 100. */
  const overdue = (now: Date): Promise<Ticket[]> =>
    alongIndex(
      collection.find({
        'assignment.claimBy': { $gt: new Date(now.getTime() - overdueForMs), $lte: now },
        status: 'open',
        deleted: false,
      }),
      alongClaimDeadlines,
    )
      .limit(100)
      .toArray()

  /** Tickets for which the desk found nobody, longest left open first, at most 1,000. */
  const leftOpen = (now: Date): Promise<Pick<Ticket, '_id' | 'priority' | 'createdAt'>[]> =>
    alongIndex(
      collection.find(
        {
          'assignment.leftOpenAt': { $gt: new Date(now.getTime() - leftOpenForMs) },
          ...{ status: 'open', assignee: null, deleted: false },
        },
        { projection: { priority: 1, createdAt: 1 } },
      ),
      alongLeftOpen,
    )
      .limit(1_000)
      .toArray()

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
    findBySlackThread,
    findByDiscordThread,
    statusOfDiscordThreads,
    findByRequesterThread,
    findByRequesterCard,
    inChat: createTicketsInChat(collection, now),
    ...createTicketFigures(collection),
    ...createResolvedTickets(collection),
    ...createCountCorrections(collection),
    unassigned,
    overdue,
    leftOpen,
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
