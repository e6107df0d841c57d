import { createHash } from 'node:crypto'
import type { User } from '../users/user.ts'

/**
 * How far somebody has been told: up to a moment, and, since clocks differ and writes take their time, which changes
 * around that moment were among it. It stands in the event's id and is good on every process of the desk.
 */
export type Cursor = { at: number; told: string[] }

/** A longer one would not fit into a header; beyond it a resumed client may be told something twice. */
const maxTold = 150
const nameLength = 6

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/** A short name of one telling. @param what e.g. `65f0...:3` */
export const nameOf = (what: string) => hash(what).slice(0, nameLength)

/** A cursor means nothing to another person, nor to the same one in another role, who sees other tickets. */
const holderOf = ({ _id, role }: Pick<User, '_id' | 'role'>) => hash(`${_id}:${role}`).slice(0, nameLength)

export const writeCursor = ({ at, told }: Cursor, user: Pick<User, '_id' | 'role'>): string =>
  `${at.toString(36)}.${holderOf(user)}.${told.slice(-maxTold).join('')}`

/** @returns null when it is none of ours, or not this person's */
export function readCursor(text: string, user: Pick<User, '_id' | 'role'>): Cursor | null {
  const [, at, holder, names] = text.match(/^([0-9a-z]{1,9})\.([\w-]{6})\.((?:[\w-]{6}){0,150})$/) ?? []
  if (at === undefined || names === undefined || holder !== holderOf(user)) return null
  return { at: Number.parseInt(at, 36), told: names.match(/.{6}/g) ?? [] }
}
