import { usingIndex } from '../database/documentdb.ts'
import { type Cursor, type Direction, newerThan, olderThan, sortIn } from '../database/keyset.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { Words } from './read-words.ts'
import { type Readers, readerships, type TicketText, textId, ticketOf } from './text-model.ts'

/** A word of more tickets than this is common: then the newest tickets are looked through instead. */
export const maxHits = 500

/** A section of all texts in their order, for one kind of readers. `bounds` is a condition on their date. */
export type Section = { by: Readers; direction: Direction; after?: Cursor | undefined; bounds?: unknown }

/** Where a ticket stands in a list. */
type Place = { createdAt: Date; id: string }

const alongDates = { createdAt: -1, _id: -1 } as const

/** All queries on the words of tickets. `by` is who looks: staff, or anybody else. */
export function createTextStore(database: Pick<Database, 'texts'>) {
  const collection = rawCollection<TicketText>(database.texts)

  /** One text of each ticket. */
  const readBy = (by: Readers) => (by === 'staff' ? { noted: { $ne: true } } : { readers: 'everybody' })

  const saying = ({ patterns, not }: Words) => ({
    $and: [
      ...patterns.map((source) => ({ words: { $regex: source } })),
      ...(not.length > 0 ? [{ $nor: not.map((source) => ({ words: { $regex: source } })) }] : []),
    ],
  })

  /** @returns the ids of all tickets with this word as the text index knows it, or null: more than `maxHits` */
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

  /** @returns which of these tickets have the words */
  async function among(tickets: string[], words: Words, by: Readers): Promise<Set<string>> {
    const theirs = by === 'staff' ? readerships : (['everybody'] as const)
    const ids = tickets.flatMap((ticket) => theirs.map((readers) => textId(ticket, readers)))
    if (ids.length === 0) return new Set()
    const found = await collection
      .find({ _id: { $in: ids }, ...readBy(by), ...saying(words) } as object, {
        projection: { _id: 1 },
        batchSize: ids.length + 1,
      })
      .toArray()
    return new Set(found.map(({ _id }) => ticketOf(_id)))
  }

  /** A cursor of tickets as one of texts, whose ids begin with their ticket's. */
  function within({ by, direction, after, bounds }: Section) {
    const further = direction === 'newest' ? olderThan : newerThan
    const id = after && (direction === 'newest' ? after.id : `${after.id}:~`)
    return {
      $and: [
        after && id ? further({ createdAt: after.createdAt, id }) : {},
        bounds ? { createdAt: bounds } : {},
        readBy(by),
      ],
    } as object
  }

  /** The first so many tickets with the words, in order, among so many texts and no more. */
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
          { $match: saying(words) },
          { $limit: limit },
          { $project: { _id: 1, createdAt: 1 } },
        ],
        { ...usingIndex(alongDates), batchSize: limit + 1 },
      )
      .toArray()
    return found.map(({ _id, createdAt }) => ({ id: ticketOf(_id), createdAt }))
  }

  /** The place of the last of so many texts, or null: there are fewer. */
  async function placeOf(section: Section, count: number): Promise<Place | null> {
    const [found] = await collection
      .find(within(section), { projection: { _id: 1, createdAt: 1 }, ...usingIndex(alongDates) })
      .sort(sortIn(section.direction))
      .skip(count - 1)
      .limit(1)
      .toArray()
    return found ? { id: ticketOf(found._id), createdAt: found.createdAt } : null
  }

  /** Writes those that differ from what is stored. */
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

  const removeTicket = (ticket: string) => remove(readerships.map((readers) => textId(ticket, readers)))

  return { holding, among, along, placeOf, save, remove, removeTicket }
}

const differ = (text: TicketText, stored: TicketText | undefined) =>
  text.words !== stored?.words ||
  text.noted !== stored.noted ||
  text.createdAt.getTime() !== stored.createdAt?.getTime()

export type TextStore = ReturnType<typeof createTextStore>
