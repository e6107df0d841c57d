import { z } from 'zod'
import type { Cursor } from '../core/database/keyset.ts'
import type { Desk } from '../core/desk.ts'
import { invalid } from '../core/errors.ts'
import { sealedCursors } from '../core/sealed-cursors.ts'
import { textSchema } from '../core/text/text.ts'
import type { Caller } from './authenticate.ts'

export const maxPageSize = 100

/** In characters. Leaves space for the name of a group. */
export const maxCursorLength = 1_000

/** The query parameters of every list. */
export const pageQuery = {
  after: z.string().max(maxCursorLength).optional().describe('`next` of the previous page'),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(50),
}

export const nextSchema = z.string().nullable().describe('cursor of the next page; null on the last page')

type Placed = { _id: string; createdAt: Date }
type Reader = Pick<Caller, 'user'>

/** The cursors of one list, as API clients get them. */
export function cursorsOf(desk: Pick<Desk, 'cursorSeal'>, list: string) {
  const cursors = sealedCursors(desk, list)
  const write = ({ user }: Reader, cursor: Cursor) => cursors.write(user._id, cursor)

  /** @throws invalid unless it is a cursor of this list, made for this person */
  function read({ user }: Reader, text: string | undefined): Cursor | undefined {
    if (text === undefined) return undefined
    const cursor = cursors.read(user._id, text)
    if (cursor === null) throw invalid('after', 'This is not a cursor of this list.')
    return cursor
  }

  /** @param rows up to `limit` + 1 rows; the extra one shows that there is a next page */
  function page<T extends Placed>(
    reader: Reader,
    rows: T[],
    limit: number,
  ): { rows: T[]; next: string | null } {
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const hasNext = rows.length > limit && last
    return { rows: shown, next: hasNext ? write(reader, { createdAt: last.createdAt, id: last._id }) : null }
  }

  return { read, write, page }
}

/** The query parameter that searches for people. */
export const searchSchema = textSchema(1, 100)
  .optional()
  .describe('the start of a first or last name, or of an address')
