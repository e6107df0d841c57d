import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import type { Words } from './read-words.ts'
import { type Readers, readerships, type TicketText, textId, ticketOf } from './text-model.ts'

/** More hits than this and a word is common: then the newest tickets are looked through instead. */
export const mostHits = 500
/** The text index leaves out words like "it" and "on". */
const shortestIndexed = 3

/** All queries on the words of tickets. */
export function createTextStore(database: Pick<Database, 'texts'>) {
  const collection = database.texts.collection as unknown as mongo.Collection<TicketText>

  const saying = ({ patterns, not }: Words) => [
    ...patterns.map((source) => ({ words: { $regex: source } })),
    ...(not.length > 0 ? [{ $nor: not.map((source) => ({ words: { $regex: source } })) }] : []),
  ]

  const ticketsOf = (texts: { _id: string }[]) => [...new Set(texts.map(({ _id }) => ticketOf(_id)))]

  /** @returns the ids of all tickets with these words, or null: too many, or words that are not in the index */
  async function hits(words: Words, readers: readonly Readers[]): Promise<string[] | null> {
    if (words.rarest.length < shortestIndexed) return null
    const found = await collection
      .find(
        {
          $text: { $search: words.rarest },
          $and: [{ readers: { $in: [...readers] } }, ...saying(words)],
        } as object,
        { projection: { _id: 1 } },
      )
      .limit(mostHits + 1)
      .toArray()
    return found.length > mostHits ? null : ticketsOf(found)
  }

  /** @returns which of these tickets have the words */
  async function among(tickets: string[], words: Words, readers: readonly Readers[]): Promise<Set<string>> {
    const ids = tickets.flatMap((ticket) => readers.map((reader) => textId(ticket, reader)))
    const found = await collection
      .find({ _id: { $in: ids }, $and: saying(words) } as object, { projection: { _id: 1 } })
      .toArray()
    return new Set(ticketsOf(found))
  }

  /** Writes those that differ from what is stored. */
  async function save(texts: TicketText[]) {
    const stored = await collection.find({ _id: { $in: texts.map(({ _id }) => _id) } }).toArray()
    const before = new Map(stored.map(({ _id, words }) => [_id, words]))
    const changed = texts.filter(({ _id, words }) => before.get(_id) !== words)
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

  return { hits, among, save, remove, removeTicket }
}

export type TextStore = ReturnType<typeof createTextStore>
