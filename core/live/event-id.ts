import { createHash } from 'node:crypto'
import type { User } from '../users/user.ts'

/** Where a client goes on: after one event of one feed. */
export type Position = { feed: string; sequence: number }

type Reader = Pick<User, '_id' | 'role'>

/** An id means nothing to another person, nor to the same one in another role, who sees other tickets. */
const readerKey = ({ _id, role }: Reader) =>
  createHash('sha256').update(`${_id}:${role}`).digest('base64url').slice(0, 6)

export const writeEventId = ({ feed, sequence }: Position, reader: Reader) =>
  `${feed}.${sequence.toString(36)}.${readerKey(reader)}`

/** @returns null when it is not an event's id, or another person's */
export function readEventId(text: string, reader: Reader): Position | null {
  const [, feed, sequence, key] = text.match(/^([\w-]{8})\.([0-9a-z]{1,9})\.([\w-]{6})$/) ?? []
  if (!feed || !sequence || key !== readerKey(reader)) return null
  return { feed, sequence: Number.parseInt(sequence, 36) }
}
