import { usingIndex } from '../database/documentdb.ts'
import { type Cursor, type Direction, newerThan, olderThan, sortIn } from '../database/keyset.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { Words } from './read-words.ts'
import { conditionOf, type Searcher } from './searcher.ts'
import { type Readers, readerGroups, type TicketText, textId, ticketOf } from './text-model.ts'

/** A word with more hits is too common for the text index, and the list is scanned instead. */
const maxHits = 500

/** A range of all texts in order, as one person reads them. `bounds` is a condition on `createdAt`. */
export type Section = { by: Searcher; direction: Direction; after?: Cursor | undefined; bounds?: unknown }

/** A ticket's position in a list. */
type Place = { createdAt: Date; id: string }

const alongDates = { createdAt: -1, _id: -1 } as const

/** All queries on search texts. `by` is who searches. */
export function createTextStore(database: Pick<Database, 'texts'>) {
  const collection = rawCollection<TicketText>(database.texts)

  /** Selects exactly one text per ticket: staff read the one with internal notes, if there is one. */
  const readBy = (reads: Readers) => (reads === 'staff' ? { noted: { $ne: true } } : { readers: 'everybody' })

  const saying = ({ wanted, not, except }: Words, by: Searcher) => ({
    $and: [
      ...(except === undefined ? [] : [{ number: { $ne: except } }]),
      ...wanted.map((term) => conditionOf(term, by)),
      ...(not.length > 0 ? [{ $nor: not.map((term) => conditionOf(term, by)) }] : []),
    ],
  })

  /**
   * Looks a word up in the text index. @param word or several, of which one is enough
   * @returns the ids of all its tickets, or null if more than `maxHits`
   */
  async function holding(word: string, by: Readers): Promise<string[] | null> {
    const [found] = await collection
      .aggregate<{ ids: string[] }>([
        { $match: { $text: { $search: word }, ...readBy(by) } },
        { $limit: maxHits + 1 },
        { $group: { _id: null, ids: { $push: '$_id' } } },
      ])
      .toArray()
    const ids = found?.ids ?? []
    return ids.length > maxHits ? null : ids.map(ticketOf)
  }

  /** @returns the ids of those tickets that match the words */
  async function among(tickets: string[], words: Words, by: Searcher): Promise<Set<string>> {
    const theirs = by.reads === 'staff' ? readerGroups : (['everybody'] as const)
    const ids = tickets.flatMap((ticket) => theirs.map((readers) => textId(ticket, readers)))
    if (ids.length === 0) return new Set()
    const found = await collection
      .find({ _id: { $in: ids }, ...readBy(by.reads), ...saying(words, by) } as object, {
        projection: { _id: 1 },
        batchSize: ids.length + 1,
      })
      .toArray()
    return new Set(found.map(({ _id }) => ticketOf(_id)))
  }

  /** The words of these tickets that the searcher may read. */
  async function wordsOf(tickets: string[], by: Searcher): Promise<string[]> {
    const ids = tickets.flatMap((ticket) => readerGroups.map((readers) => textId(ticket, readers)))
    const found = await collection
      .find({ _id: { $in: ids }, ...readBy(by.reads) } as object, { projection: { words: 1 } })
      .toArray()
    return found.map(({ words }) => words)
  }

  /** Turns a cursor on tickets into a filter on texts, whose ids start with the ticket's id. */
  function within({ by, direction, after, bounds }: Section) {
    const further = direction === 'newest' ? olderThan : newerThan
    const id = after && (direction === 'newest' ? after.id : `${after.id}:~`)
    return {
      $and: [
        after && id ? further({ createdAt: after.createdAt, id }) : {},
        bounds ? { createdAt: bounds } : {},
        readBy(by.reads),
      ],
    } as object
  }

  /** The first matching tickets of a section, in order. Reads at most `maxTexts` texts. */
  async function along(
    section: Section,
    { words, limit, maxTexts }: { words: Words; limit: number; maxTexts: number },
  ): Promise<Place[]> {
    const found = await collection
      .aggregate<{ _id: string; createdAt: Date }>(
        [
          { $match: within(section) },
          { $sort: sortIn(section.direction) },
          { $limit: maxTexts },
          { $match: saying(words, section.by) },
          { $limit: limit },
          { $project: { _id: 1, createdAt: 1 } },
        ],
        { ...usingIndex(alongDates), batchSize: limit + 1 },
      )
      .toArray()
    return found.map(({ _id, createdAt }) => ({ id: ticketOf(_id), createdAt }))
  }

  /** The position of the text number `count` in a section, or null if it has fewer texts. */
  async function placeOf(section: Section, count: number): Promise<Place | null> {
    const [found] = await collection
      .find(within(section), { projection: { _id: 1, createdAt: 1 }, ...usingIndex(alongDates) })
      .sort(sortIn(section.direction))
      .skip(count - 1)
      .limit(1)
      .toArray()
    return found ? { id: ticketOf(found._id), createdAt: found.createdAt } : null
  }

  /** Writes only the texts that have changed. */
  async function save(texts: TicketText[]) {
    const stored = await collection.find({ _id: { $in: texts.map(({ _id }) => _id) } }).toArray()
    const before = new Map(stored.map((text) => [text._id, text]))
    const changed = texts.filter((text) => differ(text, before.get(text._id)))
    if (changed.length === 0) return
    await collection.bulkWrite(
      changed.map(({ _id, ...text }) => ({
        updateOne: { filter: { _id: _id }, update: { $set: text }, upsert: true },
      })),
      { ordered: false },
    )
  }

  const remove = (ids: string[]) => collection.deleteMany({ _id: { $in: ids } })

  const removeTicket = (ticket: string) => remove(readerGroups.map((readers) => textId(ticket, readers)))

  return { holding, among, wordsOf, along, placeOf, save, remove, removeTicket }
}

const differ = (text: TicketText, stored: TicketText | undefined) =>
  text.words !== stored?.words ||
  text.addresses !== stored.addresses ||
  text.number !== stored.number ||
  text.requester !== stored.requester ||
  text.noted !== stored.noted ||
  text.createdAt.getTime() !== stored.createdAt?.getTime()

export type TextStore = ReturnType<typeof createTextStore>
