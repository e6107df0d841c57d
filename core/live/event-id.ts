import { createHash } from 'node:crypto'
import type { User } from '../users/user.ts'

/** The last event that a client received, from which it can resume. */
export type Position = { feed: string; sequence: number }

type Reader = Pick<User, '_id' | 'role'>

/** Binds an event id to a person and role, because what they may see depends on both. */
const readerKey = ({ _id, role }: Reader) =>
  createHash('sha256').update(`${_id}:${role}`).digest('base64url').slice(0, 6)

export const writeEventId = ({ feed, sequence }: Position, reader: Reader) =>
  `${feed}.${sequence.toString(36)}.${readerKey(reader)}`

/** @returns null unless it is an event id of this person in this role */
export function readEventId(text: string, reader: Reader): Position | null {
  const [, feed, sequence, key] = text.match(/^([\w-]{8})\.([0-9a-z]{1,9})\.([\w-]{6})$/) ?? []
  if (!feed || !sequence || key !== readerKey(reader)) return null
  return { feed, sequence: Number.parseInt(sequence, 36) }
}
