import { randomBytes } from 'node:crypto'
import { createSeal } from '../seal.ts'
import type { User } from '../users/user.ts'

/** The last event that a client received, from which it can resume. */
export type Position = { feed: string; sequence: number }

type Reader = Pick<User, '_id' | 'role'>

/** A feed is known only to the process that it belongs to, so the key need not outlive it. */
const seal = createSeal(randomBytes(32), 'event id')

/** Binds an event id to a person and role, because what they may see depends on both. */
const contextOf = ({ _id, role }: Reader) => `${_id}:${role}`

/** Sealed, since the sequence counts all changes on the desk, also those that the reader may not know of. */
export const writeEventId = ({ feed, sequence }: Position, reader: Reader) =>
  seal.close(`${feed}.${sequence.toString(36)}`, contextOf(reader))

/** @returns null unless it is an event id of this person in this role */
export function readEventId(text: string, reader: Reader): Position | null {
  const [, feed, sequence] = seal.open(text, contextOf(reader))?.match(/^([\w-]{8})\.([0-9a-z]{1,9})$/) ?? []
  return feed && sequence ? { feed, sequence: Number.parseInt(sequence, 36) } : null
}
